import { certificateKinds, parseCertificateNumber } from "@jinengtong/standards";
import { z } from "zod";
import { isAdmitted } from "../../catalogue/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, type FieldError, firstDetail, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Id, oncePerLearner, WrittenNumber } from "../../kernel/shapes.ts";
import { examSeats } from "../exam/exam-results.ts";
import { issueCertificate } from "./issue-certificate.ts";
import { examWriter } from "../owners.ts";

const Kind = z.enum(certificateKinds.codes).exclude(["completion"]);

/** Registers an evaluator's certificates for those who passed its exam, within its admission. */
export const registerEvaluationCertificates = operation({
  method: "POST",
  path: "/api/v1/exams/:id/certificates",
  summary: "登记评价证书",
  permission: { roles: ["evaluator"], over: examWriter },
  scope: "certificates:write",
  params: ById,
  body: z.strictObject({
    kind: Kind,
    issuedOn: CivilDate,
    validTo: CivilDate.optional(),
    certificates: oncePerLearner(
      z
        .array(z.strictObject({ enrolmentId: Id, number: WrittenNumber(40, 6) }))
        .min(1)
        .max(200),
    ),
  }),
  output: z.object({ certificates: z.array(z.object({ certificateId: Id, enrolmentId: Id, number: z.string() })) }),
  async run(context, { params, body }) {
    const exam = await context.db
      .selectFrom("exam as x")
      .innerJoin("training_class as c", "c.id", "x.class_id")
      .innerJoin("organisation as o", "o.id", "x.evaluator_id")
      .select([
        "x.held_on",
        "c.id as class_id",
        "c.occupation",
        "c.occupation_name",
        "c.level",
        "o.id as issuer_id",
        "o.name",
      ])
      .where("x.id", "=", params.id)
      .executeTakeFirst();
    if (!exam) throw conflict("not-an-evaluation", "这是结业考核，评价证书须由评价机构按技能评价考核登记。");
    if (!(await isAdmitted(context.db, exam.issuer_id, "evaluation", exam.occupation, exam.level, body.issuedOn)))
      throw conflict("not-admitted", "本机构在发证当日不具备这个职业等级的评价资格，不能登记证书。");
    if (body.issuedOn < exam.held_on || body.issuedOn > context.today)
      throw unacceptable("issued-on", "发证日期应在考核日期之后、今天之前（含当日）。", [
        { pointer: "/issuedOn", detail: "日期不在考核与今天之间" },
      ]);
    const seats = new Map((await examSeats(context.db, params.id)).map((seat) => [seat.enrolmentId, seat]));
    const errors: FieldError[] = [];
    for (const [index, { enrolmentId, number }] of body.certificates.entries()) {
      const refuse = (field: string, detail: string) =>
        errors.push({ pointer: `/certificates/${index}/${field}`, detail });
      if (seats.get(enrolmentId)?.passed !== true) refuse("enrolmentId", "该学员没有合格的评价成绩");
      if (body.kind === "skill-level") {
        const parsed = parseCertificateNumber(number);
        if (!parsed.ok) refuse("number", parsed.message);
        else if (parsed.value.level !== exam.level)
          refuse("number", `编号第 16 位的等级与本次评价的等级（${exam.level}）不符`);
      }
    }
    if (errors.length > 0)
      throw unacceptable(
        "certificates-not-accepted",
        `有 ${errors.length} 处需要更正：${firstDetail(errors)}。`,
        errors,
      );
    const certificates = [];
    for (const { enrolmentId, number } of body.certificates) {
      const certificateId = await issueCertificate(context, number, {
        kind: body.kind,
        personId: seats.get(enrolmentId)?.personId ?? "",
        classId: exam.class_id,
        enrolmentId,
        occupation: exam.occupation,
        occupationName: exam.occupation_name,
        level: exam.level,
        issuerId: exam.issuer_id,
        issuerName: exam.name,
        issuedOn: body.issuedOn,
        validTo: body.validTo ?? null,
      });
      certificates.push({ certificateId, enrolmentId, number });
    }
    context.audit({ kind: "exam", id: params.id, detail: { issued: certificates.map((each) => each.number) } });
    return { certificates };
  },
});
