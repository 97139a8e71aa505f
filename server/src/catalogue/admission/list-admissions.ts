import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { Id, pageOf, SearchText } from "../../kernel/shapes.ts";
import { byDate, byId, byName, byNumber, byTime, type Placed, sortable } from "../../kernel/sorting.ts";
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
  /** Waiting for the bureau: submitted and inspecting. */
  waiting: z.enum(["true"]).optional(),
  activity: z.enum(["training", "evaluation"]).optional(),
  occupation: z.string().max(30).optional(),
  organisationId: Id.optional(),
  q: SearchText(40).optional(),
});

/** The conditions of a filter on `admission a` joined to `organisation o`. */
export const filterAdmissions = (filter: z.output<typeof AdmissionFilter>) => sql<boolean>`
  (${filter.state ?? null}::text is null or a.state = ${filter.state ?? null})
  and (${filter.waiting ?? null}::text is null or a.state in ('submitted', 'inspecting'))
  and (${filter.activity ?? null}::text is null or a.activity = ${filter.activity ?? null})
  and (${filter.occupation ?? null}::text is null or a.occupation = ${filter.occupation ?? null})
  and (${filter.organisationId ?? null}::uuid is null or a.organisation_id = ${filter.organisationId ?? null}::uuid)
  and (${filter.q ?? null}::text is null or strpos(o.name || ' ' || a.occupation_name, ${filter.q ?? null}) > 0)`;

const ORDER = sortable({
  columns: {
    submittedAt: byTime("coalesce(a.submitted_at, a.created_at)"),
    organisationName: byName("o.name"),
    occupationName: byName("a.occupation_name"),
    level: byNumber("a.level"),
    validTo: byDate("a.valid_to", "last"),
  },
  unique: byId("a.id"),
  usual: "submittedAt",
});

/** Admissions that this account covers: its own, or the bureau's work list, longest wait first. */
export const listAdmissions = operation({
  method: "GET",
  path: "/api/v1/admissions",
  summary: "准入申请列表",
  permission: { roles: ADMISSION_READERS },
  query: ORDER.query.extend(AdmissionFilter.shape),
  output: pageOf(AdmissionLine),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { rows, nextCursor } = await page.read(
      context.db,
      sql<Placed<AdmissionRow>>`
      select ${ADMISSION_COLUMNS}, ${page.place}
      from admission a join organisation o on o.id = a.organisation_id
      where ${visibleAdmissions(context.actor)} and ${filterAdmissions(query)}
        and ${page.beyond}
      order by ${page.order} limit ${page.limit}`,
    );
    return { rows: rows.map((row) => toAdmissionLine(row, context.today)), nextCursor };
  },
});
