import { checkReturn, periodTitle } from "@jinengtong/returns";
import { notifyOffice, notifyOrganisation } from "../../access/index.ts";
import { json, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { REPORTING } from "./open-return.ts";
import { lockOpenReturn, returnOwner, sumsOf } from "./return-record.ts";
import { faultsOf, isLate, ReturnShown, showReturn } from "./return-view.ts";

/**
 * `POST /api/v1/period-returns/:id/submission`: sends a return that holds; what was sent is kept as a version for ever. Refuses with each
 * relation that doesn't hold; warnings go with it.
 */
export const submitReturn = operation({
  method: "POST",
  path: "/api/v1/period-returns/:id/submission",
  summary: "提交定期报表",
  permission: { roles: REPORTING, over: returnOwner },
  scope: "returns:write",
  params: ById,
  output: ReturnShown,
  async run(context, { params }) {
    const given = await lockOpenReturn(context, params.id);
    const { figures, faults } = checkReturn(given.form, given.figures, await sumsOf(context, params.id, given.form));
    const errors = faults.filter(({ level }) => level === "error");
    if (errors.length > 0)
      throw unacceptable(
        "return-does-not-hold",
        `还有 ${errors.length} 处要改好才能提交：${errors[0]?.message ?? ""}`,
        errors.map(({ pointer, message }) => ({ pointer, detail: message })),
      );
    const { accountId } = context.actor;
    const late = isLate(context.today, given.dueOn, given.firstSubmittedOn ?? context.today);
    await sql`
      insert into period_return_version (return_id, version, form_digest, figures, reckoned, warnings, note, row_count, late, submitted_by, submitted_at)
      select id, version, form_digest, figures, ${json(Object.fromEntries(figures))}::jsonb, ${json(faultsOf(faults))}::jsonb, note, row_count, ${late}::boolean,
        ${accountId}::uuid, ${context.now}::timestamptz from period_return where id = ${params.id}`.execute(context.db);
    await sql`
      update period_return set submitted_by = ${accountId}, submitted_at = ${context.now}, agreed_by = null, accepted_by = null,
        first_submitted_on = coalesce(first_submitted_on, ${context.today}::date), state = 'submitted' where id = ${params.id}`.execute(
      context.db,
    );
    const title = `${periodTitle(given.period)}${given.form.title}`;
    await (given.form.headFirst
      ? notifyOrganisation(context, given.organisationId, {
          template: "return-to-agree",
          subject: params.id,
          text: `${title}已提交，请本单位另一位负责人审核，同意后送人社部门。`,
        })
      : notifyOffice(context, "reviewer", given.region, {
          template: "returns-waiting",
          text: "有 {n} 份定期报表等待审核。",
        }));
    await context.emit("period-return-sent", { returnId: params.id, period: given.period });
    context.audit({
      kind: "period-return",
      id: params.id,
      organisationId: given.organisationId,
      detail: { version: given.version, late },
    });
    return showReturn(context, params.id);
  },
});
