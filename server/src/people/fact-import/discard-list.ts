import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { importStates } from "./import-states.ts";
import { importOwner } from "./import-view.ts";

/** `POST /api/v1/fact-imports/:id/discarding`: an officer of the office drops an import that isn't confirmed yet. */
export const discardList = operation({
  method: "POST",
  path: "/api/v1/fact-imports/:id/discarding",
  summary: "作废人员信息导入",
  permission: { roles: ["reviewer", "department"], over: importOwner },
  params: ById,
  body: z.strictObject({ reason: Text(300, 2) }),
  output: Done,
  async run(context, { params, body }) {
    await moveState(context, importStates, params.id, "discarded", body);
    context.audit({ kind: "fact-import", id: params.id });
    return { id: params.id };
  },
});
