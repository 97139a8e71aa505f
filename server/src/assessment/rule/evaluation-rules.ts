import { county } from "@jinengtong/county";
import type { CivilDate as CivilDay } from "@jinengtong/standards";
import { z } from "zod";
import { notifyAccount, notifyOffice } from "../../access/index.ts";
import { countyWide } from "../../kernel/county-wide.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Id, Instant, OccupationCode, Text } from "../../kernel/shapes.ts";
import { evaluationRuleOwner } from "../owners.ts";
import { RULE_NAMES, RULE_WORDS, type RuleName } from "./rules.ts";

/** An officer enters a number of an evaluation rule with its source; it holds once another officer agreed. */
export const proposeEvaluationRule = operation({
  method: "POST",
  path: "/api/v1/evaluation-rules",
  summary: "录入认定规则（待另一人确认）",
  permission: { roles: ["reviewer"], over: countyWide },
  body: z.strictObject({
    name: z.enum(RULE_NAMES),
    occupation: OccupationCode.optional().describe("只对这个职业；不填则对所有职业"),
    value: z.int().min(-400).max(10_000),
    effectiveFrom: CivilDate,
    source: Text(200, 2).describe("依据的文件"),
  }),
  output: Done,
  async run(context, { body }) {
    if (body.effectiveFrom < context.today)
      throw unacceptable("effective-too-early", "认定规则不溯及以前的批次，生效日不能早于今天。", [
        { pointer: "/effectiveFrom", detail: "不能早于今天" },
      ]);
    const row = await context.db
      .insertInto("evaluation_rule")
      .values({
        region: county().region.code,
        name: body.name,
        occupation: body.occupation ?? null,
        value: body.value,
        effective_from: body.effectiveFrom,
        source: body.source,
        set_by: context.actor.accountId,
        set_at: context.now,
        decided_by: null,
        decided_at: null,
        agreed: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", county().region.code, {
      template: "evaluation-rules-waiting",
      text: "有 {n} 项认定规则已录入，等待另一位人员确认。",
    });
    context.audit({ kind: "evaluation-rule", id: row.id, detail: { name: body.name, value: body.value } });
    return row;
  },
});

/** Another officer agrees to a rule, or sends it back. */
export const decideEvaluationRule = operation({
  method: "POST",
  path: "/api/v1/evaluation-rules/:id/decision",
  summary: "确认或退回认定规则",
  permission: { roles: ["reviewer"], over: evaluationRuleOwner },
  params: ById,
  body: z.strictObject({ agreed: z.boolean() }),
  output: Done,
  async run(context, { params, body }) {
    const row = await context.db
      .selectFrom("evaluation_rule")
      .select(["agreed", "set_by", "name"])
      .where("id", "=", params.id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound("认定规则");
    if (row.agreed !== null) throw conflict("rule-decided", "这项规则已经处理过，请刷新页面查看。");
    await context.db
      .updateTable("evaluation_rule")
      .set({ agreed: body.agreed, decided_by: context.actor.accountId, decided_at: context.now })
      .where("id", "=", params.id)
      .execute();
    if (row.set_by !== null)
      await notifyAccount(context, row.set_by, {
        template: "evaluation-rule-decided",
        text: `您录入的认定规则“${RULE_WORDS[row.name as RuleName]}”${body.agreed ? "已由另一位人员确认，自生效日起适用。" : "被退回，没有生效。"}`,
      });
    context.audit({ kind: "evaluation-rule", id: params.id, detail: { agreed: body.agreed } });
    return { id: params.id };
  },
});

/** Every number of the rules, with its day and source, and the conditions of application by level. */
export const listEvaluationRules = operation({
  method: "GET",
  path: "/api/v1/evaluation-rules",
  summary: "认定规则和申报条件",
  permission: { roles: ["evaluator", "reviewer", "department", "auditor"] },
  output: z.object({
    rows: z.array(
      z.object({
        id: Id,
        name: z.string(),
        words: z.string(),
        occupation: z.string().nullable(),
        value: z.int(),
        effectiveFrom: CivilDate,
        source: z.string(),
        ownCounty: z.boolean(),
        setAt: Instant,
        state: z.enum(["proposed", "in-force", "returned"]),
        mine: z.boolean().describe("本人录入，须由另一人确认"),
      }),
    ),
    conditions: z.array(
      z.object({ code: z.string(), level: z.int(), text: z.string(), needsProof: z.boolean(), source: z.string() }),
    ),
  }),
  async run(context) {
    const { rows } = await sql<{
      id: string;
      name: RuleName;
      occupation: string | null;
      value: number;
      effectiveFrom: CivilDay;
      source: string;
      ownCounty: boolean;
      set_at: Date;
      state: "proposed" | "in-force" | "returned";
      mine: boolean;
    }>`
      select id, name, occupation, value, effective_from as "effectiveFrom", source, region <> '' as "ownCounty", set_at,
        case agreed when true then 'in-force' when false then 'returned' else 'proposed' end as state,
        set_by is not distinct from ${context.actor.accountId} as mine
      from evaluation_rule where region = '' or starts_with(region, ${context.actor.region.slice(0, 6)})
      order by agreed is not null, name, effective_from desc, set_at desc limit 500`.execute(context.db);
    const conditions = await context.db
      .selectFrom("evaluation_condition")
      .select(["code", "level", "text", "needs_proof", "source"])
      .where(sql<boolean>`${context.today}::date between effective_from and coalesce(effective_to, 'infinity')`)
      .orderBy("level", "desc")
      .orderBy("code")
      .execute();
    return {
      rows: rows.map(({ set_at, ...row }) => ({ ...row, words: RULE_WORDS[row.name], setAt: set_at.toISOString() })),
      conditions: conditions.map(({ needs_proof, ...row }) => ({ ...row, needsProof: needs_proof })),
    };
  },
});
