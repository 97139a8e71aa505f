import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Id, Text } from "../../kernel/shapes.ts";
import { Fact } from "../fact/fact-kinds.ts";
import { requireKeeper } from "./keepers.ts";
import { personOwner } from "../identity/person-view.ts";
import { recordFacts, requireSameFact } from "../fact/record-facts.ts";

/** `POST /api/v1/people/:id/facts`: an office records or corrects a fact from its register. */
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
  output: Done,
  async run(context, { params, body }) {
    await requireKeeper(context, `fact:${body.fact.kind}`);
    const fact = { personId: params.id, ...body };
    if (body.replaces !== null) await requireSameFact(context, body.replaces, fact);
    const [id = ""] = await recordFacts(context, [fact]);
    context.audit({ kind: "person-fact", id, detail: { kind: body.fact.kind, replaces: body.replaces } });
    return { id };
  },
});
