import { z } from "zod";
import { countyWide } from "../../kernel/county-wide.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Done, Text } from "../../kernel/shapes.ts";
import { policyOf } from "../programme/policies.ts";
import { correctionOf } from "./run-law.ts";

const Cause = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("version"), version: z.string().max(20).describe("已发布的版本") }),
  z.strictObject({
    kind: z.literal("parameter"),
    parameterId: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  }),
]);

/**
 * `POST /api/v1/redecisions`: has every stored case from a day decided again under a version or a local value that holds from that day.
 * Changes no claim: the list is signed by two before anything follows from it.
 */
export const askRedecision = operation({
  method: "POST",
  path: "/api/v1/redecisions",
  summary: "按更正的政策重新裁定已有申请（只列出结果）",
  permission: { roles: ["reviewer"], over: countyWide },
  body: z.strictObject({
    policyId: z.string().max(80),
    cause: Cause,
    from: CivilDate.describe("从哪一天的申请起"),
    because: Text(500, 5).describe("依据的文件和理由"),
  }),
  output: Done,
  async run(context, { body }) {
    const { title, digest, parameterId, since } = await causeOf(context, body.policyId, body.cause);
    if (body.from < since) throw wrongDay(`${title}自 ${since} 起，更早的申请不归它管。`);
    if (body.from > context.today) throw wrongDay("这一天还没有到，不会有需要追溯的申请。");
    const counted = await sql<{ n: number }>`
      select count(*)::int as n from claim where policy_id = ${body.policyId} and applied_on >= ${body.from} and supplements is null
        and decision_id is not null`.execute(context.db);
    const made = await context.db
      .insertInto("redecision")
      .values({
        policy_id: body.policyId,
        policy_digest: digest,
        parameter_id: parameterId,
        title,
        from_day: body.from,
        because: body.because,
        state: "deciding",
        asked_by: context.actor.accountId,
        asked_at: context.now,
        total: counted.rows[0]?.n ?? 0,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await context.emit("redecision-due", { redecisionId: made.id }, { urgent: true });
    context.audit({ kind: "redecision", id: made.id, detail: { policy: body.policyId, from: body.from } });
    return made;
  },
});

const wrongDay = (detail: string) =>
  unacceptable("redecision-day", `${detail}请改日期后再试。`, [{ pointer: "/from", detail }]);

async function causeOf(context: Context, policyId: string, cause: z.output<typeof Cause>) {
  const newest = policyOf(context.services, policyId);
  if (cause.kind === "version") {
    const policy = policyOf(context.services, `${policyId}@${cause.version}`);
    const since = policy.rules.manifest.effective.from;
    return { title: `《${policy.title}》第 ${policy.version} 版`, digest: policy.digest, parameterId: null, since };
  }
  const run = { policy_id: policyId, policy_digest: null, parameter_id: cause.parameterId };
  const correction = await correctionOf(context, run);
  if (correction.kind !== "parameter") throw new Error("a parameter was asked for");
  const label = newest.rules.parameters.find(({ name }) => name === correction.name)?.label ?? correction.name;
  const title = `“${label}”自 ${correction.from} 起的新值`;
  return { title, digest: null, parameterId: cause.parameterId, since: correction.from };
}
