import { z } from "zod";
import { sql } from "../kernel/database.ts";
import { operation } from "../kernel/operation.ts";
import { decodeCursor, Id, PageQuery, pageOf, toPage } from "../kernel/shapes.ts";
import {
  ADMISSION_COLUMNS,
  ADMISSION_READERS,
  AdmissionLine,
  toAdmissionLine,
  visibleAdmissions,
  type AdmissionRow,
} from "./admission-view.ts";

/** Filters that the list and its export share. */
export const AdmissionFilter = z.object({
  state: z.string().max(20).optional(),
  /** What waits for the bureau: submitted and inspecting. */
  waiting: z.enum(["true"]).optional(),
  activity: z.enum(["training", "evaluation"]).optional(),
  occupation: z.string().max(30).optional(),
  organisationId: Id.optional(),
  q: z.string().trim().max(40).optional(),
});

/** The conditions of a filter on `admission a` joined to `organisation o`. */
export const filterAdmissions = (filter: z.output<typeof AdmissionFilter>) => sql<boolean>`
  (${filter.state ?? null}::text is null or a.state = ${filter.state ?? null})
  and (${filter.waiting ?? null}::text is null or a.state in ('submitted', 'inspecting'))
  and (${filter.activity ?? null}::text is null or a.activity = ${filter.activity ?? null})
  and (${filter.occupation ?? null}::text is null or a.occupation = ${filter.occupation ?? null})
  and (${filter.organisationId ?? null}::uuid is null or a.organisation_id = ${filter.organisationId ?? null}::uuid)
  and (${filter.q ?? null}::text is null or strpos(o.name || ' ' || a.occupation_name, ${filter.q ?? null}) > 0)`;

/** Admissions this account covers: one's own, or the bureau's work list with those that wait longest first. */
export const listAdmissions = operation({
  method: "GET",
  path: "/api/v1/admissions",
  summary: "准入申请列表",
  permission: { roles: ADMISSION_READERS },
  query: PageQuery.extend(AdmissionFilter.shape).extend({ sort: z.enum(["oldest", "newest"]).default("oldest") }),
  output: pageOf(AdmissionLine),
  async run(context, { query }) {
    const after = decodeCursor(query.cursor, 2);
    const [beyond, order] = query.sort === "oldest" ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
    const found = await sql<AdmissionRow & { at: string }>`
      select ${ADMISSION_COLUMNS}, coalesce(a.submitted_at, a.created_at)::text as at
      from admission a join organisation o on o.id = a.organisation_id
      where ${visibleAdmissions(context.actor)} and ${filterAdmissions(query)}
        and ${after ? sql<boolean>`(coalesce(a.submitted_at, a.created_at), a.id) ${beyond} (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)` : sql<boolean>`true`}
      order by coalesce(a.submitted_at, a.created_at) ${order}, a.id ${order} limit ${query.limit + 1}`.execute(
      context.db,
    );
    const page = toPage(found.rows, query.limit, (row) => [row.at, row.id]);
    return { rows: page.rows.map((row) => toAdmissionLine(row, context.today)), nextCursor: page.nextCursor };
  },
});
