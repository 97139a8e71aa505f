import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, Instant, pageOf } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { appointmentStates, GRADES } from "./master-states.ts";

const ORDER = sortable({
  columns: {
    appointedAt: byTime("a.appointed_at"),
    personName: byName("p.name"),
    organisationName: byName("o.name"),
    fromOn: byDate("a.from_on", "last"),
  },
  unique: byId("a.id"),
  usual: "-appointedAt",
});
const State = z.enum(["publicised", "dropped", "listed", "ended"]);
type Day = z.output<typeof CivilDate>;

interface Row {
  id: string;
  organisation_name: string;
  person_name: string;
  citizen_id_masked: string;
  grade: keyof typeof GRADES;
  trade: string;
  score: number;
  panel: string[];
  publicised_from: Day;
  publicised_to: Day;
  from_on: Day | null;
  to_on: Day | null;
  filing_number: string | null;
  certificate_number: string | null;
  state: z.output<typeof State>;
  appointed_at: Date;
}

/** 特级、首席技师: those listed on a day, or all. A day in the past shows whom it had then. */
export const listMasters = operation({
  method: "GET",
  path: "/api/v1/master-appointments",
  summary: "特级、首席技师名册",
  permission: { roles: ["enterprise", "reviewer", "department", "auditor"] },
  query: ORDER.query.extend({
    state: State.optional(),
    grade: z.enum(["special", "chief"]).optional(),
    on: CivilDate.optional().describe("这一天在册的人"),
  }),
  output: pageOf(
    z.object({
      id: Id,
      organisationName: z.string(),
      personName: z.string(),
      citizenIdMasked: z.string(),
      grade: z.enum(["special", "chief"]),
      gradeLabel: z.string(),
      trade: z.string(),
      score: z.number(),
      panel: z.array(z.string()),
      publicisedFrom: CivilDate,
      publicisedTo: CivilDate,
      fromOn: CivilDate.nullable(),
      toOn: CivilDate.nullable(),
      filingNumber: z.string().nullable(),
      certificateNumber: z.string().nullable(),
      state: State,
      appointedAt: Instant,
    }),
  ),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, organisationId, region } = context.actor;
    const mine = role === "enterprise" ? sql`m.organisation_id = ${organisationId}` : sql`o.town like ${`${region}%`}`;
    const cut = await page.read(
      context.db,
      sql<Placed<Row>>`
      select a.id, o.name as organisation_name, p.name as person_name, p.citizen_id_masked, a.grade, a.trade, a.score::float8 as score, a.panel,
        a.publicised_from, a.publicised_to, a.from_on, a.to_on, a.filing_number, a.certificate_number, a.state, a.appointed_at, ${page.place}
      from master_appointment a join master_scheme m on m.id = a.scheme_id join organisation o on o.id = m.organisation_id
      join person p on p.id = a.person_id
      where ${mine} and (${query.state ?? null}::text is null or a.state = ${query.state ?? null})
        and (${query.grade ?? null}::text is null or a.grade = ${query.grade ?? null})
        and (${query.on ?? null}::date is null or (a.state in ('listed', 'ended') and ${query.on ?? null}::date between a.from_on
          and coalesce(a.to_on, 'infinity'::date)))
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return {
      ...cut,
      rows: cut.rows.map((row) => ({
        id: row.id,
        organisationName: row.organisation_name,
        personName: row.person_name,
        citizenIdMasked: row.citizen_id_masked,
        grade: row.grade,
        gradeLabel: GRADES[row.grade],
        trade: row.trade,
        score: row.score,
        panel: row.panel,
        publicisedFrom: row.publicised_from,
        publicisedTo: row.publicised_to,
        fromOn: row.from_on,
        toOn: row.to_on,
        filingNumber: row.filing_number,
        certificateNumber: row.certificate_number,
        state: row.state,
        appointedAt: row.appointed_at.toISOString(),
      })),
    };
  },
});

export const exportMasters = exportOf(listMasters, {
  title: "特级、首席技师备案表",
  columns: [
    { header: "单位", width: 28, value: (row) => row.organisationName },
    { header: "姓名", value: (row) => row.personName },
    { header: "身份证号", width: 22, value: (row) => row.citizenIdMasked },
    { header: "等级", value: (row) => row.gradeLabel },
    { header: "职业（工种）", width: 20, value: (row) => row.trade },
    { header: "评审得分", kind: "number", value: (row) => row.score },
    { header: "评审组", width: 30, value: (row) => row.panel.join("、") },
    { header: "公示", width: 26, value: (row) => `${row.publicisedFrom} 至 ${row.publicisedTo}` },
    { header: "聘任起", width: 14, value: (row) => row.fromOn },
    { header: "聘任止", width: 14, value: (row) => row.toOn },
    { header: "备案号", width: 20, value: (row) => row.filingNumber },
    { header: "证书编号", width: 26, value: (row) => row.certificateNumber },
    { header: "状态", value: (row) => appointmentStates.states[row.state].label },
  ],
});
