import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Done, Id, Text } from "../../kernel/shapes.ts";
import { requireConsents } from "../consent/consents.ts";
import { mustHaveBegun } from "./must-have-begun.ts";
import { notifyKeepers } from "../keeper/notify-keepers.ts";
import { GroupCode } from "./group-rows.ts";
import { requireOwnEvidence } from "../fact/own-evidence.ts";

export const validity = {
  code: GroupCode,
  validFrom: CivilDate,
  validTo: CivilDate.nullable().default(null),
};
export const inOrder = (body: { validFrom: string; validTo: string | null }): boolean =>
  body.validTo === null || body.validTo >= body.validFrom;
export const OUT_OF_ORDER = { message: "截止日期不能早于开始日期", path: ["validTo"] };

/** `POST /api/v1/me/groups`: a person declares a target group, with start and evidence. */
export const declareGroup = operation({
  method: "POST",
  path: "/api/v1/me/groups",
  summary: "申报人群类别",
  permission: { roles: ["learner"] },
  behalf: ["group"],
  body: z
    .strictObject({
      ...validity,
      evidenceFileId: Id.nullable().default(null),
      note: Text(500).nullable().default(null).describe("证件名称和编号、发证单位等"),
    })
    .refine(inOrder, OUT_OF_ORDER)
    .refine((body) => body.evidenceFileId !== null || body.note !== null, {
      message: "请上传证明材料，或写明证件名称与发证单位",
      path: ["evidenceFileId"],
    }),
  output: Done,
  async run(context, { body }) {
    const personId = context.actor.personId ?? "";
    mustHaveBegun(body.validFrom, context.today);
    await requireConsents(context, personId);
    if (body.evidenceFileId !== null) await requireOwnEvidence(context, [body.evidenceFileId]);
    const row = await context.db
      .insertInto("person_group")
      .values({
        person_id: personId,
        code: body.code,
        valid_from: body.validFrom,
        valid_to: body.validTo,
        evidence_file_id: body.evidenceFileId,
        evidence_note: body.note,
        declared_by: context.actor.accountId,
        decided_by: null,
        created_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await notifyKeepers(context, `group:${body.code}`, context.actor.region, {
      template: "groups-waiting",
      text: "新收到 {n} 件人群类别申报，等待认定。",
    });
    context.audit({ kind: "person-group", id: row.id, detail: { code: body.code } });
    return { id: row.id };
  },
});
