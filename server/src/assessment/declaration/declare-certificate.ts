import { certificateKinds, parseCertificateNumber } from "@jinengtong/standards";
import { z } from "zod";
import { trialNationalQuery } from "../../adapters/national-query/index.ts";
import { notifyOffice } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, type FieldError, firstDetail, unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Done, Id, Line, OccupationCode, WrittenNumber } from "../../kernel/shapes.ts";
import {
  CitizenIdNumber,
  findOrCreatePerson,
  PersonName,
  requireConsents,
  requireOwnEvidence,
  withdrawnFrom,
} from "../../people/index.ts";

const Body = z.strictObject({
  number: WrittenNumber(40, 6),
  kind: z.enum(certificateKinds.codes).exclude(["completion"]),
  occupation: OccupationCode,
  occupationName: Line(40),
  level: z.int().min(0).max(5),
  issuerName: Line(80, 2),
  issuedOn: CivilDate,
  validTo: CivilDate.optional(),
  evidenceFileId: Id.optional().describe("学员本人先上传的证书照片；企业申报后另传"),
  holder: z
    .strictObject({ name: PersonName, citizenId: CitizenIdNumber })
    .optional()
    .describe("企业为职工申报时填写；学员为本人申报不填"),
});
type Body = z.output<typeof Body>;

/** Without the holder's consent nobody else is asked about them. */
const NOT_ASKED = { answer: "cannot-tell", note: "本人没有同意向部门核验，未作联网查询。请核对证书原件。" } as const;

/** Declares a certificate obtained elsewhere: queries the national register, then waits for an officer. */
export const declareCertificate = operation({
  method: "POST",
  path: "/api/v1/certificate-declarations",
  summary: "申报已取得的证书",
  permission: { roles: ["learner", "enterprise"] },
  body: Body,
  output: Done,
  async run(context, { body }) {
    const errors = faultsOf(body, context.today);
    if (errors.length > 0)
      throw unacceptable(
        "declaration-invalid",
        `填写的内容有 ${errors.length} 处需要更正：${firstDetail(errors)}。`,
        errors,
      );
    const personId = await holderOf(context, body);
    await requireConsents(context, personId);
    if (body.evidenceFileId !== undefined) await requireOwnEvidence(context, [body.evidenceFileId]);
    const registered = await context.db
      .selectFrom("certificate")
      .select("id")
      .where("serial", "=", body.number)
      .executeTakeFirst();
    if (registered) throw conflict("certificate-number-taken", "这个证书编号已经登记，不需要再申报。");
    const person = await context.db
      .selectFrom("person")
      .select(["name", "town", "birth_date"])
      .where("id", "=", personId)
      .executeTakeFirstOrThrow();
    requireAge(body.issuedOn, person.birth_date);
    const keepsToSelf = (await withdrawnFrom(context.db, [personId], "data-sharing")).has(personId);
    const { answer, note } = keepsToSelf
      ? NOT_ASKED
      : await trialNationalQuery.ask({
          number: body.number,
          kind: body.kind,
          holderName: person.name,
          occupationName: body.occupationName,
          level: body.level,
        });
    const row = await context.db
      .insertInto("certificate_declaration")
      .values({
        person_id: personId,
        number: body.number,
        kind: body.kind,
        occupation: body.occupation,
        occupation_name: body.occupationName,
        level: body.level,
        issuer_name: body.issuerName,
        issued_on: body.issuedOn,
        valid_to: body.validTo ?? null,
        evidence_file_id: body.evidenceFileId ?? null,
        query_answer: answer,
        query_note: note,
        declared_by: context.actor.accountId,
        declared_at: context.now,
        decided_by: null,
        decided_at: null,
        decision_reason: null,
        certificate_id: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", person.town, {
      template: "declarations-waiting",
      text: "新收到 {n} 件证书申报，等待核验。",
    });
    context.audit({ kind: "certificate-declaration", id: row.id });
    return row;
  },
});

/** Youngest age at which anybody holds a certificate of work: who trains is no child. */
const YOUNGEST = 14;

function requireAge(issuedOn: string, birthDate: string): void {
  const youngest = `${Number(birthDate.slice(0, 4)) + YOUNGEST}${birthDate.slice(4)}`;
  if (issuedOn >= youngest) return;
  const detail =
    issuedOn < birthDate ? "发证日期早于持证人的出生日期，请核对" : `发证时持证人不满 ${YOUNGEST} 周岁，请核对发证日期`;
  throw unacceptable("issued-before-age", `${detail}。`, [{ pointer: "/issuedOn", detail }]);
}

function faultsOf(body: Body, today: string): FieldError[] {
  const errors: FieldError[] = [];
  if (body.issuedOn > today) errors.push({ pointer: "/issuedOn", detail: "发证日期不能晚于今天" });
  if (body.validTo && body.validTo <= body.issuedOn)
    errors.push({ pointer: "/validTo", detail: "有效期应晚于发证日期" });
  if (body.kind === "skill-level") {
    const parsed = parseCertificateNumber(body.number);
    if (!parsed.ok) errors.push({ pointer: "/number", detail: parsed.message });
    else if (parsed.value.level !== body.level)
      errors.push({ pointer: "/level", detail: "等级与证书编号第 16 位不符" });
  }
  return errors;
}

async function holderOf(context: Context, body: Body): Promise<string> {
  const { actor } = context;
  if (actor.role === "learner") {
    if (body.holder)
      throw unacceptable("holder-not-asked", "只能为本人申报，请不要填写他人信息。", [
        { pointer: "/holder", detail: "本人申报不填" },
      ]);
    if (actor.personId !== null) return actor.personId;
  }
  if (!body.holder)
    throw unacceptable("holder-missing", "请填写持证职工的姓名和身份号码。", [
      { pointer: "/holder", detail: "请填写持证人" },
    ]);
  return (await findOrCreatePerson(context, { ...body.holder, town: actor.region })).id;
}
