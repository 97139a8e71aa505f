import { z } from "zod";
import { notifyOffice } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { CivilDate, Done, OccupationCode, WrittenNumber } from "../../kernel/shapes.ts";
import {
  CitizenIdNumber,
  findOrCreatePerson,
  Mobile,
  notify,
  PersonName,
  requireConsents,
} from "../../people/index.ts";
import { requireActive } from "../../organisations/index.ts";
import { townOf } from "../filing/sites.ts";
import type { StaffKind } from "../evaluation-tables.ts";
import { STAFF_KINDS } from "./staff-words.ts";

/** Enters an examiner, invigilator or supervisor with their certificate; the bureau confirms it. External supervisors are entered by the bureau alone. */
export const registerStaff = operation({
  method: "POST",
  path: "/api/v1/evaluation-staff",
  summary: "登记考评督导人员",
  permission: { roles: ["evaluator", "reviewer"] },
  body: z.strictObject({
    name: PersonName,
    citizenId: CitizenIdNumber,
    phone: Mobile.optional(),
    kind: z.enum(Object.keys(STAFF_KINDS) as [StaffKind, ...StaffKind[]]),
    certificateNumber: WrittenNumber(40, 4).describe("考评员证、督导员证等的编号"),
    validFrom: CivilDate,
    validTo: CivilDate,
    occupations: z.array(OccupationCode).max(50).describe("可考评的职业；监考、督导可不填"),
    highestLevel: z.int().min(1).max(5).describe("可考评的最高等级，1 为一级"),
  }),
  output: Done,
  async run(context, { body }) {
    const { actor } = context;
    const external = body.kind === "external-supervisor";
    if (external !== (actor.role === "reviewer"))
      throw unacceptable(
        "staff-kind",
        external ? "外部督导由人社部门登记和派出。" : "本单位的人员由评价机构登记；人社部门只登记外部督导。",
        [{ pointer: "/kind", detail: "请另选类别" }],
      );
    if (body.validTo <= body.validFrom)
      throw unacceptable("staff-days", "证件的截止日期应晚于开始日期。", [
        { pointer: "/validTo", detail: "应晚于开始日期" },
      ]);
    if (["examiner", "senior-examiner"].includes(body.kind) && body.occupations.length === 0)
      throw unacceptable("staff-occupations", "考评员请填写可考评的职业。", [
        { pointer: "/occupations", detail: "至少一个职业" },
      ]);
    const organisationId = external ? null : actor.organisationId;
    if (organisationId !== null) await requireActive(context, organisationId, "登记人员");
    const region = organisationId === null ? actor.region : await townOf(context, organisationId);
    const person = await findOrCreatePerson(context, {
      name: body.name,
      citizenId: body.citizenId,
      phone: body.phone ?? null,
      town: region,
    });
    await requireConsents(context, person.id);
    const row = await context.db
      .insertInto("evaluation_staff")
      .values({
        person_id: person.id,
        organisation_id: organisationId,
        region,
        kind: body.kind,
        certificate_number: body.certificateNumber,
        valid_from: body.validFrom,
        valid_to: body.validTo,
        occupations: [...new Set(body.occupations)],
        highest_level: body.highestLevel,
        registered_by: actor.accountId,
        registered_at: context.now,
        decided_by: null,
        decided_at: null,
        decision_reason: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyOffice(context, "reviewer", region, {
      template: "evaluation-staff-waiting",
      text: "有 {n} 名考评督导人员等待确认。",
    });
    await notify(
      context,
      person.id,
      "evaluation-duty",
      `您已被登记为${STAFF_KINDS[body.kind]}（证件 ${body.certificateNumber}），待人社部门确认。如不知情，请联系人社部门。`,
    );
    context.audit({ kind: "evaluation-staff", id: row.id, organisationId, detail: { kind: body.kind } });
    return row;
  },
});
