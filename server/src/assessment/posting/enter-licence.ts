import { isCitizenIdShaped } from "./licence-number.ts";
import { z } from "zod";
import { notifyOffice } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, type FieldError, firstDetail, forbidden, unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Done, Id, Line, WrittenNumber } from "../../kernel/shapes.ts";
import { employeesAmong } from "../../organisations/index.ts";
import { notify, requireConsents } from "../../people/index.ts";
import { serialOf } from "./licence-number.ts";
import { requireItem } from "./posting-rules.ts";

const Body = z.strictObject({
  personId: Id,
  item: z.string().max(40).describe("准操项目"),
  number: WrittenNumber(40, 6).describe("证件编号"),
  issuerName: Line(80, 2),
  firstIssuedOn: CivilDate.describe("初领日期"),
  issuedOn: CivilDate.describe("本次有效期的起始日"),
  validTo: CivilDate.optional().describe("证件上印的有效期至；只有职业资格证书没有"),
  reviewedOn: CivilDate.optional().describe("最近一次复审"),
  nextReviewOn: CivilDate.optional().describe("证件上印的应复审日期"),
});
type Body = z.output<typeof Body>;

/** An enterprise enters a licence of one of its people, or a review of it, as printed. It counts once the bureau has verified it. */
export const enterLicence = operation({
  method: "POST",
  path: "/api/v1/work-licences",
  summary: "登记上岗证件",
  permission: { roles: ["enterprise"] },
  body: Body,
  output: Done,
  async run(context, { body }) {
    const { organisationId, accountId } = context.actor;
    if (organisationId === null) throw forbidden("该账号没有关联单位，不能登记证件。");
    const errors = faultsOf(body, context.today);
    if (errors.length > 0)
      throw unacceptable(
        "licence-invalid",
        `填写的内容有 ${errors.length} 处需要更正：${firstDetail(errors)}。`,
        errors,
      );
    if (!(await employeesAmong(context, organisationId, [body.personId])).has(body.personId))
      throw unacceptable("not-employee", "这个人不在本单位职工名单里，请先登记用工。", [
        { pointer: "/personId", detail: "不在职工名单里" },
      ]);
    await requireConsents(context, body.personId);
    const item = await requireItem(context.db, body.item, context.today);
    if (body.validTo === undefined && item.kind !== "professional-qualification")
      throw unacceptable("valid-to-missing", "这种证件印有有效期，请照证件填写。", [
        { pointer: "/validTo", detail: "请填有效期至" },
      ]);
    const serial = await printedSerial(context, body);
    const held = await context.db
      .selectFrom("certificate")
      .select("person_id")
      .where("serial", "=", serial)
      .executeTakeFirst();
    if (held && held.person_id !== body.personId)
      throw conflict("licence-of-another", "这个证件编号登记在别人名下，请核对证件原件；借用、冒用他人证件要受处罚。");
    const row = await context.db
      .insertInto("work_licence")
      .values({
        person_id: body.personId,
        organisation_id: organisationId,
        item: item.code,
        serial,
        issuer_name: body.issuerName,
        first_issued_on: body.firstIssuedOn,
        issued_on: body.issuedOn,
        valid_to: body.validTo ?? null,
        reviewed_on: body.reviewedOn ?? null,
        next_review_on: body.nextReviewOn ?? null,
        evidence_file_id: null,
        certificate_id: null,
        queried_on: null,
        query_note: null,
        query_file_id: null,
        entered_by: accountId,
        entered_at: context.now,
        decided_by: null,
        decided_at: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const employer = await context.db
      .selectFrom("organisation")
      .select(["town", "name"])
      .where("id", "=", organisationId)
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", employer.town, {
      template: "licences-waiting",
      text: "有 {n} 件上岗证件等待核验。",
    });
    await notify(
      context,
      body.personId,
      "licence-entered",
      `${employer.name}登记了您的上岗证件（${item.name}，${body.validTo === undefined ? "长期" : `有效期至 ${body.validTo}`}），等待人社部门核验。如不是您的证件，请立即反映。`,
    );
    context.audit({ kind: "work-licence", id: row.id, organisationId, detail: { item: item.code } });
    return row;
  },
});

/** Number by which the licence is kept. One that is made of an ID number must be the holder's own. */
async function printedSerial(context: Context, body: Body): Promise<string> {
  const person = await context.db
    .selectFrom("person")
    .select("citizen_id_hash")
    .where("id", "=", body.personId)
    .executeTakeFirstOrThrow();
  const serial = serialOf(context, body.number, body.item, person.citizen_id_hash);
  if (serial === null)
    throw unacceptable("licence-of-another", "证件编号里的身份证号不是这名职工的，请核对证件原件。", [
      { pointer: "/number", detail: isCitizenIdShaped(body.number) ? "不是本人的证件" : "请核对编号" },
    ]);
  return serial;
}

function faultsOf(body: Body, today: string): FieldError[] {
  const errors: FieldError[] = [];
  if (body.issuedOn > today) errors.push({ pointer: "/issuedOn", detail: "不能晚于今天" });
  if (body.firstIssuedOn > body.issuedOn)
    errors.push({ pointer: "/firstIssuedOn", detail: "初领日期不能晚于本次起始日" });
  if (body.validTo !== undefined && body.validTo <= body.issuedOn)
    errors.push({ pointer: "/validTo", detail: "有效期应晚于起始日" });
  if (body.reviewedOn !== undefined && (body.reviewedOn < body.issuedOn || body.reviewedOn > today))
    errors.push({ pointer: "/reviewedOn", detail: "复审日期应在起始日和今天之间" });
  const from = body.reviewedOn ?? body.issuedOn;
  if (
    body.nextReviewOn !== undefined &&
    (body.nextReviewOn <= from || body.nextReviewOn > (body.validTo ?? "9999-12-31"))
  )
    errors.push({ pointer: "/nextReviewOn", detail: "应复审日期应在起始日（或上次复审）之后、有效期之内" });
  return errors;
}
