import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { substitutionOwner } from "./substitution-rows.ts";
import { substitutionStates } from "./substitution-states.ts";

/** `POST /api/v1/substitutions/:id/withdrawal`: the person takes a declaration back before it is decided. */
export const withdrawSubstitution = operation({
  method: "POST",
  path: "/api/v1/substitutions/:id/withdrawal",
  summary: "撤回替亲属参加培训的申报",
  permission: { roles: ["learner"], over: substitutionOwner },
  params: ById,
  output: Done,
  async run(context, { params }) {
    await moveState(context, substitutionStates, params.id, "withdrawn");
    context.audit({ kind: "substitution", id: params.id });
    return { id: params.id };
  },
});
