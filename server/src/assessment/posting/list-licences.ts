import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, Instant, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { licenceStates } from "./licence-states.ts";

const ORDER = sortable({
  columns: {
    enteredAt: byTime("l.entered_at"),
    personName: byName("p.name"),
    validTo: byDate("l.valid_to", "last"),
  },
  unique: byId("l.id"),
  usual: "enteredAt",
});
const State = z.enum(["entered", "verified", "rejected"]);

interface Row {
  id: string;
  person_id: string;
  person_name: string;
  citizen_id_masked: string;
  organisation_name: string;
  item_name: string;
  serial: string;
  issuer_name: string;
  first_issued_on: z.output<typeof CivilDate>;
  issued_on: z.output<typeof CivilDate>;
  valid_to: z.output<typeof CivilDate> | null;
  reviewed_on: z.output<typeof CivilDate> | null;
  next_review_on: z.output<typeof CivilDate> | null;
  state: z.output<typeof State>;
  has_card: boolean;
  has_query: boolean;
  queried_on: z.output<typeof CivilDate> | null;
  query_note: string | null;
  entered_at: Date;
}

/** Licences that one's enterprise entered, or that wait in one's region, longest wait first. */
export const listLicences = operation({
  method: "GET",
  path: "/api/v1/work-licences",
  summary: "上岗证件列表",
  permission: { roles: ["enterprise", "reviewer", "auditor"] },
  query: ORDER.query.extend({ state: State.optional() }),
  output: pageOf(
    z.object({
      id: Id,
      personId: Id,
      personName: z.string(),
      citizenIdMasked: z.string(),
      organisationName: z.string(),
      itemName: z.string(),
      serial: z.string(),
      issuerName: z.string(),
      firstIssuedOn: CivilDate,
      issuedOn: CivilDate,
      validTo: CivilDate.nullable(),
      reviewedOn: CivilDate.nullable(),
      nextReviewOn: CivilDate.nullable(),
      state: State,
      hasCard: z.boolean(),
      hasQuery: z.boolean(),
      queriedOn: CivilDate.nullable(),
      queryNote: z.string().nullable(),
      enteredAt: Instant,
    }),
  ),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const mine = role === "enterprise" ? sql`l.organisation_id = ${organisationId}` : sql`o.town like ${`${region}%`}`;
    const cut = await page.read(
      context.db,
      sql<Placed<Row>>`
      select l.id, l.person_id, p.name as person_name, p.citizen_id_masked, o.name as organisation_name, l.serial, l.issuer_name, l.first_issued_on,
        l.issued_on, l.valid_to, l.reviewed_on, l.next_review_on, l.state, l.evidence_file_id is not null as has_card,
        l.query_file_id is not null as has_query, l.queried_on, l.query_note, l.entered_at,
        coalesce((select i.name from posting_item i where i.code = l.item order by i.effective_from desc limit 1), l.item) as item_name, ${page.place}
      from work_licence l join person p on p.id = l.person_id join organisation o on o.id = l.organisation_id
      where ${mine} and (${query.state ?? null}::text is null or l.state = ${query.state ?? null}) and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((row) => ({
        id: row.id,
        personId: row.person_id,
        personName: row.person_name,
        citizenIdMasked: row.citizen_id_masked,
        organisationName: row.organisation_name,
        itemName: row.item_name,
        serial: row.serial,
        issuerName: row.issuer_name,
        firstIssuedOn: row.first_issued_on,
        issuedOn: row.issued_on,
        validTo: row.valid_to,
        reviewedOn: row.reviewed_on,
        nextReviewOn: row.next_review_on,
        state: row.state,
        hasCard: row.has_card,
        hasQuery: row.has_query,
        queriedOn: row.queried_on,
        queryNote: row.query_note,
        enteredAt: row.entered_at.toISOString(),
      })),
    };
  },
});

export const exportLicences = exportOf(listLicences, {
  title: "上岗证件",
  columns: [
    { header: "单位", width: 28, value: (row) => row.organisationName },
    { header: "姓名", value: (row) => row.personName },
    { header: "身份证号", width: 22, value: (row) => row.citizenIdMasked },
    { header: "准操项目", width: 24, value: (row) => row.itemName },
    { header: "证件编号", width: 26, value: (row) => row.serial },
    { header: "发证机关", width: 26, value: (row) => row.issuerName },
    { header: "初领日期", width: 14, value: (row) => row.firstIssuedOn },
    { header: "有效期起", width: 14, value: (row) => row.issuedOn },
    { header: "有效期至", width: 14, value: (row) => row.validTo },
    { header: "最近复审", width: 14, value: (row) => row.reviewedOn },
    { header: "状态", value: (row) => licenceStates.states[row.state].label },
    { header: "查询日期", width: 14, value: (row) => row.queriedOn },
    { header: "查询结果", width: 30, value: (row) => row.queryNote },
  ],
});
