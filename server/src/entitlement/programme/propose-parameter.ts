import { validateCase } from "@jinengtong/policy";
import { county } from "@jinengtong/county";
import { z } from "zod";
import { notifyOffice } from "../../access/index.ts";
import { json } from "../../kernel/database.ts";
import { countyWide } from "../../kernel/county-wide.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Text } from "../../kernel/shapes.ts";
import { policyOf } from "./policies.ts";

/** `POST /api/v1/policy/:id/parameters`: an officer proposes a local amount with its source; another officer confirms it. */
export const proposeParameter = operation({
  method: "POST",
  path: "/api/v1/policy/:id/parameters",
  summary: "录入本地政策参数（待另一人确认）",
  permission: { roles: ["reviewer"], over: countyWide },
  params: z.object({ id: z.string().max(80) }),
  body: z.strictObject({
    name: z.string().max(80),
    value: z.union([z.number(), z.string().max(40)]).describe("金额以分为单位"),
    effectiveFrom: CivilDate,
    source: Text(300, 4).describe("依据的文件或会议纪要"),
    sample: z.boolean().default(false),
  }),
  output: z.strictObject({ id: z.number().int() }),
  async run(context, { params, body }) {
    const policy = policyOf(context.services, params.id);
    // The package defines the parameters and their values: a value that fits none is refused.
    const [benefit] = policy.benefits.keys();
    const checked = validateCase(
      { id: "p", benefit, appliedOn: body.effectiveFrom, parameters: { [body.name]: body.value } },
      policy,
    );
    if (!checked.ok)
      throw unacceptable("invalid-parameter", `“${policy.title}”不接受这个参数或这个值：${checked.error.message}。`, [
        { pointer: "/value", detail: checked.error.message },
      ]);
    const made = await context.db
      .insertInto("policy_parameter")
      .values({
        policy_id: policy.id,
        name: body.name,
        value: json(body.value),
        effective_from: body.effectiveFrom,
        effective_to: null,
        source: body.source,
        sample: body.sample,
        set_by: context.actor.accountId,
        set_at: context.now,
        state: "proposed",
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", county().region.code, {
      template: "parameters-waiting",
      text: "有 {n} 项本地参数已提出，等待另一位人员确认。",
    });
    context.audit({ kind: "policy-parameter", id: String(made.id), detail: { name: body.name } });
    return made;
  },
});
