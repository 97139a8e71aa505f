import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { raiseObjection } from "./objections.ts";

/** The person in whose name the claim was filed, by whomever. */
async function nameOwner(context: Context, { params }: { params: { id: string } }) {
  const row = await context.db.selectFrom("claim").select("person_id").where("id", "=", params.id).executeTakeFirst();
  return row ? { personId: row.person_id } : null;
}

/** `POST /api/v1/claims/:id/objections`: "I did not attend" — a person objects to a claim made in their name. */
export const objectOwn = operation({
  method: "POST",
  path: "/api/v1/claims/:id/objections",
  summary: "本人对以自己名义的补贴申请提出异议",
  permission: { roles: ["learner"], over: nameOwner },
  params: ById,
  body: z.strictObject({ text: Text(2000, 5).describe("异议内容") }),
  output: Done,
  async run(context, { params, body }) {
    const id = await raiseObjection(context, params.id, {
      kind: "own",
      text: body.text,
      personId: context.actor.personId,
    });
    context.audit({ kind: "objection", id });
    return { id };
  },
});
