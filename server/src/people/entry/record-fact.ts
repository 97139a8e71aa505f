import { operation } from "../../kernel/operation.ts";
import { z } from "zod";
import { ById, Id, Text } from "../../kernel/shapes.ts";
import { Fact } from "../fact/fact-kinds.ts";
import { personOwner } from "../identity/person-view.ts";
import { enter, Entered } from "./enter.ts";

/** `POST /api/v1/people/:id/facts`: an office enters or corrects a fact from its register. */
export const recordFact = operation({
  method: "POST",
  path: "/api/v1/people/:id/facts",
  summary: "登记或更正人员信息",
  permission: { roles: ["reviewer", "department"], over: personOwner },
  params: ById,
  body: z
    .strictObject({
      fact: Fact,
      source: Text(100, 2).describe("来源，例如“社保系统 2020-05-31 查询”"),
      replaces: Id.nullable().default(null),
      reason: Text(300, 2).nullable().default(null),
    })
    .refine((body) => body.replaces === null || body.reason !== null, { message: "更正须写明理由", path: ["reason"] }),
  output: Entered,
  run: (context, { params, body }) => enter(context, params.id, { kind: "fact", ...body }),
});
