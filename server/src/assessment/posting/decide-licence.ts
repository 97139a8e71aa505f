import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, CivilDate, Done, Text } from "../../kernel/shapes.ts";
import { moveState } from "../../kernel/states.ts";
import { notify } from "../../people/index.ts";
import { issueCertificate } from "../certificate/issue-certificate.ts";
import { licenceOwner } from "./posting-owners.ts";
import { licenceStates } from "./licence-states.ts";
import { requireItem } from "./posting-rules.ts";

/**
 * An officer verifies a licence against the national query, on the day and with the words of its answer, or rejects it. A verified one stands in
 * the holder's skills file like any certificate.
 */
export const decideLicence = operation({
  method: "POST",
  path: "/api/v1/work-licences/:id/decision",
  summary: "核验上岗证件",
  permission: { roles: ["reviewer"], over: licenceOwner },
  params: ById,
  body: z.strictObject({
    verdict: z.enum(["verified", "rejected"]),
    queriedOn: CivilDate.describe("联网查询的日期"),
    note: Text(200, 4).describe("查询结果或不予通过的原因"),
  }),
  output: Done,
  async run(context, { params, body }) {
    if (body.queriedOn > context.today)
      throw unacceptable("query-in-future", "查询日期不能晚于今天。", [
        { pointer: "/queriedOn", detail: "不能晚于今天" },
      ]);
    await moveState(context, licenceStates, params.id, body.verdict, { reason: body.note });
    const row = await context.db
      .selectFrom("work_licence")
      .selectAll()
      .where("id", "=", params.id)
      .executeTakeFirstOrThrow();
    const item = await requireItem(context.db, row.item, row.issued_on > context.today ? row.issued_on : context.today);
    const certificateId = body.verdict === "verified" ? await certificateOf(context, row, item) : null;
    await context.db
      .updateTable("work_licence")
      .set({
        certificate_id: certificateId,
        queried_on: body.queriedOn,
        query_note: body.note,
        decided_by: context.actor.accountId,
        decided_at: context.now,
      })
      .where("id", "=", params.id)
      .execute();
    const outcome =
      body.verdict === "verified"
        ? `已通过核验，${row.valid_to === null ? "长期有效" : `有效期至 ${row.valid_to}`}。`
        : `没有通过核验：${body.note}。未通过前不得安排上岗；核对证件后可以重新登记。`;
    const text = `上岗证件（${item.name}）${outcome}`;
    await notifyOrganisation(context, row.organisation_id, {
      template: "licence-decided",
      text: `贵单位登记的${text}`,
    });
    await notify(context, row.person_id, "licence-decided", `单位为您登记的${text}`);
    context.audit({ kind: "work-licence", id: params.id, detail: { verdict: body.verdict } });
    return { id: params.id };
  },
});

/** The certificate behind a licence: known from an earlier review, or issued to the record now. */
async function certificateOf(
  context: Context,
  row: { serial: string; person_id: string; issued_on: string; valid_to: string | null; issuer_name: string },
  item: Awaited<ReturnType<typeof requireItem>>,
): Promise<string> {
  const known = await context.db
    .selectFrom("certificate as f")
    .leftJoin("certificate_revocation as v", "v.certificate_id", "f.id")
    .select(["f.id", "f.person_id", "v.revoked_at"])
    .where("f.serial", "=", row.serial)
    .executeTakeFirst();
  if (known && known.person_id !== row.person_id)
    throw conflict("licence-of-another", "这个证件编号登记在别人名下，不能通过核验。");
  if (known?.revoked_at) throw conflict("licence-revoked", "这本证书已被撤销，不能通过核验。");
  if (known) return known.id;
  return issueCertificate(context, row.serial, {
    kind: item.kind,
    personId: row.person_id,
    classId: null,
    enrolmentId: null,
    occupation: item.occupation,
    occupationName: item.name,
    level: 0,
    issuerId: null,
    issuerName: row.issuer_name,
    issuedOn: row.issued_on,
    validTo: row.valid_to,
    source: "national-query",
  });
}
