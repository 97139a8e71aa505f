import { stateWord } from "@jinengtong/words";
import type { CivilDate as CivilDay } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import type { StaffKind } from "../evaluation-tables.ts";
import { STAFF_KINDS, YEAR_RESULTS } from "./staff-words.ts";

const ORDER = sortable({
  columns: {
    name: byName("p.name"),
    kind: byText("s.kind"),
    organisationName: byName("o.name", "first"),
    validTo: byDate("s.valid_to"),
    batches: byNumber(
      "(select count(*) from evaluation_assignment a where a.staff_id = s.id and a.removed_at is null)",
    ),
  },
  unique: byId("s.id"),
  usual: "name",
});

const State = z.enum(["registered", "confirmed", "rejected", "removed"]);
const StaffRow = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(Object.keys(STAFF_KINDS) as [StaffKind, ...StaffKind[]]),
  organisationName: z.string().nullable().describe("空为人社部门派出"),
  own: z.boolean().describe("本单位的"),
  certificateNumber: z.string(),
  validFrom: CivilDate,
  validTo: CivilDate,
  occupations: z.array(z.string()),
  highestLevel: z.int(),
  state: State,
  batches: z.int().describe("派过的批次"),
  trainedHours: z.int(),
  lastYear: z.int().nullable(),
  lastResult: z.enum(["excellent", "qualified", "unqualified"]).nullable(),
});
interface Row {
  id: string;
  name: string;
  kind: StaffKind;
  organisationName: string | null;
  own: boolean;
  certificateNumber: string;
  validFrom: CivilDay;
  validTo: CivilDay;
  occupations: string[];
  highestLevel: number;
  state: z.output<typeof State>;
  batches: number;
  trainedHours: number;
  lastYear: number | null;
  lastResult: "excellent" | "qualified" | "unqualified" | null;
}

/** The register: for a body its own people and everybody confirmed in the county, for an officer those of the region. */
export const listStaff = operation({
  method: "GET",
  path: "/api/v1/evaluation-staff",
  summary: "考评督导人员名册",
  permission: { roles: ["evaluator", "reviewer", "department", "auditor"] },
  query: ORDER.query.extend({
    state: State.optional(),
    kind: z.enum(Object.keys(STAFF_KINDS) as [StaffKind, ...StaffKind[]]).optional(),
    q: SearchText(40).optional(),
  }),
  output: pageOf(StaffRow),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const visible =
      role === "evaluator"
        ? sql`(s.organisation_id = ${organisationId} or (s.state = 'confirmed' and starts_with(s.region, ${region.slice(0, 6)})))`
        : sql`starts_with(s.region, ${region})`;
    const listed = sql<Placed<Row>>`
      select s.id, p.name, s.kind, o.name as "organisationName", s.organisation_id is not distinct from ${organisationId}::uuid as own,
        s.certificate_number as "certificateNumber", s.valid_from as "validFrom", s.valid_to as "validTo", s.occupations,
        s.highest_level as "highestLevel", s.state,
        (select count(*)::int from evaluation_assignment a where a.staff_id = s.id and a.removed_at is null) as batches,
        (select coalesce(sum(t.hours), 0)::int from evaluation_staff_training t where t.staff_id = s.id) as "trainedHours",
        y.year as "lastYear", y.result as "lastResult", ${page.place}
      from evaluation_staff s join person p on p.id = s.person_id left join organisation o on o.id = s.organisation_id
      left join lateral (select year, result from evaluation_staff_year y where y.staff_id = s.id order by year desc, id desc limit 1) y on true
      where ${visible} and (${query.state ?? null}::text is null or s.state = ${query.state ?? null})
        and (${query.kind ?? null}::text is null or s.kind = ${query.kind ?? null})
        and (${query.q ?? null}::text is null or strpos(p.name || ' ' || s.certificate_number, ${query.q ?? null}) > 0)
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`;
    return page.read(context.db, listed);
  },
});

export const exportStaff = exportOf(listStaff, {
  title: "考评督导人员名册",
  columns: [
    { header: "姓名", value: (row) => row.name },
    { header: "类别", value: (row) => STAFF_KINDS[row.kind] },
    { header: "单位", width: 28, value: (row) => row.organisationName ?? "人社部门" },
    { header: "证件编号", width: 22, value: (row) => row.certificateNumber },
    { header: "有效期至", value: (row) => row.validTo },
    { header: "可考评职业", width: 30, value: (row) => row.occupations.join("、") },
    { header: "最高等级", kind: "number", value: (row) => row.highestLevel },
    { header: "批次", kind: "number", value: (row) => row.batches },
    { header: "培训学时", kind: "number", value: (row) => row.trainedHours },
    { header: "最近年度", kind: "number", value: (row) => row.lastYear },
    { header: "年度考核", value: (row) => (row.lastResult === null ? null : YEAR_RESULTS[row.lastResult]) },
    { header: "状态", value: (row) => stateWord("evaluation-staff", row.state).label },
  ],
});
