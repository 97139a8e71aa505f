import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { returnOwner } from "./return-record.ts";
import { READING } from "./return-rows.ts";
import { ReturnShown, showReturn as shown } from "./return-view.ts";

/** `GET /api/v1/period-returns/:id`: a return with its form, and what doesn't hold yet. */
export const showReturn = operation({
  method: "GET",
  path: "/api/v1/period-returns/:id",
  summary: "定期报表",
  permission: { roles: READING, over: returnOwner },
  scope: "returns:read",
  params: ById,
  output: ReturnShown,
  run: (context, { params }) => shown(context, params.id),
});
