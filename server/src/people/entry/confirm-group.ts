import { operation } from "../../kernel/operation.ts";
import { z } from "zod";
import { ById, Text } from "../../kernel/shapes.ts";
import { inOrder, OUT_OF_ORDER, validity } from "../group/declare-group.ts";
import { personOwner } from "../identity/person-view.ts";
import { enter, Entered } from "./enter.ts";

/** `POST /api/v1/people/:id/groups`: an office enters a group from its own register. */
export const confirmGroup = operation({
  method: "POST",
  path: "/api/v1/people/:id/groups",
  summary: "登记人群类别",
  permission: { roles: ["reviewer", "department"], over: personOwner },
  params: ById,
  body: z.strictObject({ ...validity, note: Text(500, 2).describe("依据的名册或系统") }).refine(inOrder, OUT_OF_ORDER),
  output: Entered,
  run: (context, { params, body }) => enter(context, params.id, { kind: "group", ...body }),
});
