import { z } from "zod";
import { notifyAccount, notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { countyWide } from "../../kernel/county-wide.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, forbidden, notFound } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";

/** `POST /api/v1/attendance-rules/:id/decision`: another officer agrees, and the rule holds from its day; or turns it down. */
export const decideAttendanceRule = operation({
  method: "POST",
  path: "/api/v1/attendance-rules/:id/decision",
  summary: "确认或退回最低出勤率",
  permission: { roles: ["reviewer"], over: countyWide },
  params: ById,
  body: z.strictObject({ agreed: z.boolean() }),
  output: Done,
  async run(context, { params, body }) {
    const rule = await context.db
      .selectFrom("attendance_rule")
      .selectAll()
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!rule) throw notFound("这项规定");
    if (rule.set_by === context.actor.accountId)
      throw forbidden("录入和确认须由两个人办理，请另一位工作人员确认。", "decided-by-setter");
    if (body.agreed && rule.effective_from < context.today)
      throw conflict("effective-passed", "生效日已过，不能再确认。请退回，改用今天以后的生效日重新录入。");
    const made = await sql`
      insert into attendance_rule_decision (rule_id, agreed, decided_by, decided_at)
      values (${params.id}, ${body.agreed}, ${context.actor.accountId}, ${context.now}) on conflict do nothing returning rule_id`.execute(
      context.db,
    );
    if (made.rows.length === 0) throw conflict("rule-decided", "这项规定已由他人处理。请刷新页面查看。");
    if (rule.set_by !== null)
      await notifyAccount(context, rule.set_by, {
        template: "attendance-rule-decided",
        text: `您录入的出勤规定（${rule.effective_from} 起）${body.agreed ? "已确认" : "已退回"}。`,
      });
    if (body.agreed) await tellSchools(context, rule);
    context.audit({ kind: "attendance-rule", id: params.id, detail: { agreed: body.agreed } });
    return { id: params.id };
  },
});

/** Notifies the institutions with classes ahead that fall under the rule. */
async function tellSchools(
  context: Context,
  rule: { region: string; effective_from: string; minimum_percent: number; sufficient: boolean; source: string },
): Promise<void> {
  const found = await sql<{ id: string; classes: number }>`
    select organisation_id as id, count(*)::int as classes from training_class
    where starts_with(town, ${rule.region}) and starts_on >= ${rule.effective_from}::date
      and state in ('draft', 'submitted', 'returned', 'approved')
    group by organisation_id`.execute(context.db);
  const said = rule.sufficient
    ? `出勤达到课表的 ${rule.minimum_percent}% 即可结业`
    : `结业须出勤不低于课表的 ${rule.minimum_percent}%`;
  for (const { id, classes } of found.rows)
    await notifyOrganisation(context, id, {
      template: "attendance-rule-decided",
      text: `${rule.effective_from} 起开的班，${said}（依据${rule.source}），涉及贵单位待开的 ${classes} 个班。`,
    });
}
