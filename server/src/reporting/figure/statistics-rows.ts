import { maskPersonName } from "@jinengtong/standards";
import { z } from "zod";
import type { Policies } from "../../kernel/policies.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, decodeCursor, Id, PageQuery, pageOf, toPage } from "../../kernel/shapes.ts";
import { findFacts } from "../facts/cut.ts";
import { MEASURES, TRAINING, type Measure } from "../facts/shape.ts";
import { factStore } from "../facts/store.ts";
import { benefitLabel, groupLabel, levelLabel, stateLabel, townLabel } from "../labels.ts";
import { filterOf, STATISTICIANS, StatisticsQuery } from "./statistics-query.ts";

/** One row behind a figure: an enrolment, or a claim. Persons are masked: a figure needs no names. */
export const FactRow = z.object({
  enrolmentId: Id.nullable(),
  claimId: Id.nullable(),
  entryId: Id.nullable().describe("专账分录：金额类指标一笔一行"),
  classId: Id.nullable(),
  person: z.string(),
  citizenIdMasked: z.string(),
  town: z.string(),
  group: z.string(),
  occupation: z.string(),
  level: z.string(),
  institution: z.string(),
  benefit: z.string(),
  class: z.string(),
  number: z.string(),
  state: z.string(),
  startedOn: CivilDate.nullable(),
  completedOn: CivilDate.nullable(),
  certifiedOn: CivilDate.nullable(),
  hours: z.number().nullable(),
  appliedOn: CivilDate.nullable(),
  approvedFen: z.number().nullable(),
  paidFen: z.number().nullable(),
  paidOn: CivilDate.nullable(),
  postedOn: CivilDate.nullable().describe("专账记账日期：核定、支付、撤销或追回的当天"),
});
type Row = z.output<typeof FactRow>;

/** Rows behind a figure. */
export const statisticsRows = operation({
  method: "GET",
  path: "/api/v1/statistics/rows",
  summary: "统计明细",
  permission: { roles: STATISTICIANS },
  query: StatisticsQuery.extend(PageQuery.shape),
  output: pageOf(FactRow),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const rows = await factRows(context, query, {
      after: after ? [Number(after[0]), Number(after[1])] : null,
      limit: query.limit + 1,
    });
    const page = toPage(rows, query.limit, ({ place }) => [place.person, place.id]);
    return { rows: page.rows.map(({ row }) => row), nextCursor: page.nextCursor };
  },
});

interface Placed {
  place: { person: number; id: number };
  row: Row;
}

/** The next rows after a position of the store. */
export async function factRows(
  context: Context,
  query: z.output<typeof StatisticsQuery>,
  page: { after: [number, number] | null; limit: number },
): Promise<Placed[]> {
  const { shape }: Measure = MEASURES[query.measure];
  const places = findFacts(await factStore(context.services), query.measure, filterOf(context, query), page);
  const ids = places.map((place) => place.id);
  const rows = await (shape.table === "training_fact"
    ? trainingRows(context, ids)
    : claimRows(context, CLAIM_ROWS[shape.table], ids));
  return places.flatMap((place) => {
    const row = rows.get(place.id);
    return row ? [{ place, row }] : [];
  });
}

type Raw = Row & { id: number; level_number: number; machine_state: string };

async function trainingRows({ db, services }: Context, ids: number[]): Promise<Map<number, Row>> {
  const found = await sql<Raw>`
    select t.id, e.id as "enrolmentId", null as "claimId", c.id as "classId", p.name as person, p.citizen_id_masked as "citizenIdMasked",
      e.town, coalesce(e.group_code, '') as group, c.occupation_name as occupation, c.level as level_number, o.name as institution,
      c.benefit, c.name as class, c.number, e.state as machine_state, t.started_on as "startedOn", t.completed_on as "completedOn",
      t.certified_on as "certifiedOn", t.hours_hundredths / 100.0 as hours, null as "appliedOn", null as "approvedFen",
      null as "paidFen", null as "paidOn", null as "postedOn", null as "entryId"
    from ${sql.table(TRAINING.table)} t join enrolment e on e.id = t.enrolment_id join person p on p.id = e.person_id
    join training_class c on c.id = e.class_id join organisation o on o.id = c.organisation_id
    where t.id = any(${ids}::int[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, toRow(row, "enrolment", services.policies)]));
}

/** Rows of claims, or of the entries of the ledger that set money aside for them, spent it or took it back: each with the entry's amounts. */
const CLAIM_ROWS = {
  claim_fact: {
    rows: sql`claim_fact t`,
    claim: sql`t.claim_id`,
    amounts: sql`k.approved_fen as "approvedFen", k.paid_fen as "paidFen", t.paid_on as "paidOn", null as "postedOn", null as "entryId"`,
  },
  money_fact: {
    rows: sql`money_fact t join ledger_entry x on x.id = t.entry_id`,
    claim: sql`x.claim_id`,
    amounts: sql`t.approved_fen as "approvedFen", t.paid_fen as "paidFen", null as "paidOn", t.posted_on as "postedOn", t.entry_id as "entryId"`,
  },
};

async function claimRows(
  { db, services }: Context,
  of: (typeof CLAIM_ROWS)[keyof typeof CLAIM_ROWS],
  ids: number[],
): Promise<Map<number, Row>> {
  const found = await sql<Raw>`
    select t.id, k.enrolment_id as "enrolmentId", k.id as "claimId", k.class_id as "classId", coalesce(p.name, '') as person,
      coalesce(p.citizen_id_masked, '') as "citizenIdMasked", coalesce(e.town, k.town) as town,
      coalesce(claim_group(e.group_code, d.facts), '') as group,
      coalesce(c.occupation_name, f.occupation_name, '') as occupation, coalesce(c.level, f.level, 0) as level_number,
      coalesce(o.name, '') as institution, k.benefit, coalesce(c.name, '') as class, k.number, k.state as machine_state,
      null as "startedOn", null as "completedOn", f.issued_on as "certifiedOn", null as hours, k.applied_on as "appliedOn",
      ${of.amounts}
    from ${of.rows} join claim k on k.id = ${of.claim} left join person p on p.id = k.person_id
    left join enrolment e on e.id = k.enrolment_id left join claim_decision d on d.id = k.decision_id left join training_class c on c.id = k.class_id
    left join certificate f on f.id = k.certificate_id left join organisation o on o.id = coalesce(c.organisation_id, k.organisation_id)
    where t.id = any(${ids}::int[])`.execute(db);
  return new Map(found.rows.map((row) => [row.id, toRow(row, "claim", services.policies)]));
}

function toRow(
  { id: _id, level_number, machine_state, ...row }: Raw,
  machine: "enrolment" | "claim",
  policies: Policies,
): Row {
  return {
    ...row,
    person: maskPersonName(row.person),
    town: townLabel(row.town),
    group: row.group === "" ? "未注明" : groupLabel(row.group),
    level: levelLabel(level_number),
    benefit: benefitLabel(policies, row.benefit),
    state: stateLabel(machine, machine_state),
  };
}
