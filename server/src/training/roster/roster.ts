import { formatClassHours, groups, nonCompletions, type Group, type NonCompletion } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { Id, Instant, SearchText } from "../../kernel/shapes.ts";
import { byId, byName, byNumber, byText, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
import { enrolmentStates, type EnrolmentState } from "../enrolment-states.ts";

/** Filter of learners. */
export const RosterFilter = z.object({
  q: SearchText(50).optional().describe("姓名中的字"),
  state: z.enum(["applied", "enrolled", "rejected", "withdrawn", "completed", "failed"]).optional(),
});

/** A learner of a class, for those who work on it. */
export const RosterLine = z.object({
  enrolmentId: Id,
  personId: Id,
  seat: z.number().int().nullable(),
  name: z.string(),
  citizenIdMasked: z.string(),
  phoneMasked: z.string().nullable(),
  sex: z.enum(["M", "F"]),
  town: z.string(),
  groupCode: z.string().nullable(),
  groupLabel: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  notCompleted: z.string().nullable().describe("未结业的原因和缺的课时"),
  enrolledAt: Instant,
});
export type RosterLine = z.output<typeof RosterLine>;

interface Row {
  id: string;
  person_id: string;
  seat: number | null;
  name: string;
  citizen_id_masked: string;
  phone_masked: string | null;
  sex: "M" | "F";
  town: string;
  group_code: string | null;
  state: EnrolmentState;
  outcome_code: NonCompletion | null;
  missing_hours: number | null;
  created_at: Date;
}

/** Sort keys of a roster: by seat, learners who left come last. */
export const ROSTER_ORDER = sortable({
  columns: {
    seat: byNumber("e.seat", "last"),
    name: byName("p.name"),
    town: byText("e.town"),
    enrolledAt: byTime("e.created_at"),
  },
  unique: byId("e.id"),
  usual: "seat",
});

/** One page of the learners of a class. */
export async function rosterPage(
  context: Context,
  classId: string,
  filter: z.output<typeof RosterFilter> & { seatedOnly: boolean },
  request: Parameters<typeof ROSTER_ORDER.page>[0],
): Promise<{ rows: RosterLine[]; nextCursor: string | null }> {
  const page = ROSTER_ORDER.page(request);
  const { rows, nextCursor } = await page.read(
    context.db,
    sql<Placed<Row>>`
    select e.id, e.person_id, e.seat, p.name, p.citizen_id_masked, p.phone_masked, p.sex, e.town, e.group_code, e.state, e.outcome_code, e.missing_hours, e.created_at,
      ${page.place}
    from enrolment e join person p on p.id = e.person_id
    where e.class_id = ${classId} and (not ${filter.seatedOnly} or e.seat is not null)
      and (${filter.q ?? null}::text is null or strpos(p.name, ${filter.q ?? null}) > 0)
      and (${filter.state ?? null}::text is null or e.state = ${filter.state ?? null}) and ${page.beyond}
    order by ${page.order} limit ${page.limit}`,
  );
  return { rows: rows.map(toLine), nextCursor };
}

const toLine = (row: Row): RosterLine => ({
  enrolmentId: row.id,
  personId: row.person_id,
  seat: row.seat,
  name: row.name,
  citizenIdMasked: row.citizen_id_masked,
  phoneMasked: row.phone_masked,
  sex: row.sex,
  town: row.town,
  groupCode: row.group_code,
  groupLabel: groups.has(row.group_code) ? groups.label(row.group_code satisfies Group) : null,
  state: row.state,
  stateLabel: enrolmentStates.states[row.state].label,
  notCompleted: whyNotCompleted(row),
  enrolledAt: row.created_at.toISOString(),
});

function whyNotCompleted({ outcome_code: code, missing_hours: missing }: Row): string | null {
  if (code === null) return null;
  const label = nonCompletions.label(code);
  return missing === null || missing === 0 ? label : `${label}，缺 ${formatClassHours(missing)}`;
}
