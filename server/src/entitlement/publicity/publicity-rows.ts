import { maskPersonName } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { CivilDate, Fen, Id, OfProgramme, SearchText } from "../../kernel/shapes.ts";
import { byDate, byName, byNumber, byText, type Placed, sortable } from "../../kernel/sorting.ts";
import { roundTitle } from "./publicity-round.ts";

/** A claim for the public: name masked, no numbers, item, institution and amount. Town and class only where no person is named. */
export const PublicisedClaim = z.strictObject({
  id: Id,
  number: z.string(),
  name: z.string().nullable().describe("姓名，已脱敏；以班级申请的没有"),
  policyId: z.string(),
  benefit: z.string(),
  benefitName: z.string(),
  institution: z.string().nullable(),
  className: z.string().nullable(),
  amountFen: Fen,
  payee: z.enum(["person", "organisation"]),
  town: z.string().nullable().describe("申请人是个人的不公示：与姓名、机构一起可能认出本人"),
  from: CivilDate,
  to: CivilDate,
  open: z.boolean().describe("仍在公示期，可以提出异议"),
  round: z.string().nullable().describe("第几批公示"),
  document: z.string().nullable().describe("公示的文号"),
});
export type PublicisedClaim = z.output<typeof PublicisedClaim>;

export const PublicityFilter = z.object({
  town: z.string().max(9).optional(),
  policy: OfProgramme,
  benefit: z.string().max(40).optional(),
  q: SearchText(40).optional().describe("机构名称或申请编号"),
});
export type PublicityFilter = z.output<typeof PublicityFilter>;

/** The parts of a claim that the public sees, as `PUBLICISED_COLUMNS` reads them. */
export interface PublicisedRow {
  id: string;
  number: string;
  person_name: string | null;
  policy_id: string;
  benefit: string;
  institution: string | null;
  class_name: string | null;
  approved_fen: number;
  payee_kind: "person" | "organisation";
  town: string;
}

interface Row extends PublicisedRow {
  publicised_from: PublicisedClaim["from"];
  publicised_to: PublicisedClaim["to"];
  open: boolean;
  year: number | null;
  round_number: number | null;
  document: string | null;
}

/** Columns of `PublicisedRow`, and the tables that they are read from, `claim c` first. */
export const PUBLICISED_COLUMNS = sql`
  c.id, c.number, p.name as person_name, c.policy_id, c.benefit, coalesce(o.name, i.name) as institution, t.name as class_name,
  c.approved_fen, c.payee_kind, c.town`;
export const PUBLICISED_TABLES = sql`
  claim c
  left join person p on p.id = c.person_id
  left join organisation o on o.id = c.organisation_id
  left join training_class t on t.id = c.class_id
  left join organisation i on i.id = t.organisation_id`;

/** The row as everybody may see it. */
export function publicised(row: PublicisedRow, policies: Context["services"]["policies"]) {
  return {
    id: row.id,
    number: row.number,
    name: row.person_name === null ? null : maskPersonName(row.person_name),
    policyId: row.policy_id,
    benefit: row.benefit,
    benefitName: policies.benefitName(row.policy_id, row.benefit),
    institution: row.institution,
    className: row.person_name === null ? row.class_name : null,
    amountFen: row.approved_fen,
    payee: row.payee_kind,
    town: row.person_name === null ? row.town : null,
  };
}

export const PUBLICITY_ORDER = sortable({
  columns: {
    from: byDate("c.publicised_from"),
    to: byDate("c.publicised_to"),
    number: byText("c.number"),
    institution: byName("coalesce(o.name, i.name)", "first"),
    amountFen: byNumber("c.approved_fen"),
  },
  unique: byText("c.number"),
  usual: "-from",
});

/** One page of claims under publicity; they leave the list after the period. */
export async function readPublicity(
  { db, services }: Pick<Context, "db" | "services">,
  filter: PublicityFilter,
  today: string,
  request: Parameters<typeof PUBLICITY_ORDER.page>[0],
): Promise<{ rows: PublicisedClaim[]; nextCursor: string | null }> {
  const page = PUBLICITY_ORDER.page(request);
  const { rows, nextCursor } = await page.read(
    db,
    sql<Placed<Row>>`
    select ${PUBLICISED_COLUMNS}, c.publicised_from, c.publicised_to, c.publicised_to >= ${today} as open,
      r.year, r.number as round_number, r.document, ${page.place}
    from ${PUBLICISED_TABLES}
    left join lateral (
      select r.year, r.number, r.document from publicity_entry e join publicity_round r on r.id = e.round_id
      where e.claim_id = c.id order by r.year desc, r.number desc limit 1) r on true
    where c.state in ('publicised', 'objected')
      and ${filter.town === undefined ? sql`true` : sql`starts_with(c.town, ${filter.town})`}
      and ${filter.policy === undefined ? sql`true` : sql`c.policy_id = ${filter.policy}`}
      and ${filter.benefit === undefined ? sql`true` : sql`c.benefit = ${filter.benefit}`}
      and ${filter.q === undefined || filter.q === "" ? sql`true` : sql`(c.number = ${filter.q.toUpperCase()} or strpos(coalesce(o.name, i.name), ${filter.q}) > 0)`}
      and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  return {
    nextCursor,
    rows: rows.map((row) => ({
      ...publicised(row, services.policies),
      from: row.publicised_from,
      to: row.publicised_to,
      open: row.open,
      round:
        row.year === null || row.round_number === null
          ? null
          : roundTitle({ year: row.year, number: row.round_number }),
      document: row.document,
    })),
  };
}
