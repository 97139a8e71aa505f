import { z } from "zod";
import { describeAccountOf } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { Done, Text } from "../../kernel/shapes.ts";
import { Town } from "./town.ts";

/** `PUT /api/v1/me/contact`: changes current address and education. */
export const changeContact = operation({
  method: "PUT",
  path: "/api/v1/me/contact",
  summary: "更新所在镇和学历",
  permission: { roles: ["learner"] },
  body: z.strictObject({ town: Town, education: Text(40).nullable() }),
  output: Done,
  async run(context, { body }) {
    const personId = context.actor.personId ?? "";
    await context.db.updateTable("person").set(body).where("id", "=", personId).execute();
    await describeAccountOf(context, personId, { region: body.town });
    context.audit({ kind: "person", id: personId, region: body.town });
    return { id: personId };
  },
});
