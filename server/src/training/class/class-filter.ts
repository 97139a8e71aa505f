import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { CivilDate as DateShape, SearchText } from "../../kernel/shapes.ts";

/** Filters that the list of classes and its export share. */
export const ClassFilter = z.object({
  state: z.string().max(20).optional(),
  policy: z.string().max(80).optional().describe("政策编号"),
  benefit: z.string().max(400).optional().describe("补贴编号，可以用逗号列出几项"),
  occupation: z.string().max(30).optional(),
  town: z.string().max(9).optional(),
  organisationId: z.uuid().optional(),
  /** Classes that run on any of these days. */
  from: DateShape.optional(),
  to: DateShape.optional(),
  q: SearchText(40).optional(),
});

/** The conditions of a filter on `training_class c` joined to `organisation o`. */
export const filterClasses = (filter: z.output<typeof ClassFilter>) => sql<boolean>`
  (${filter.state ?? null}::text is null or c.state = ${filter.state ?? null})
  and (${filter.policy ?? null}::text is null or c.policy_id = ${filter.policy ?? null})
  and (${filter.benefit ?? null}::text is null or c.benefit = any(string_to_array(${filter.benefit ?? null}, ',')))
  and (${filter.occupation ?? null}::text is null or c.occupation = ${filter.occupation ?? null})
  and (${filter.town ?? null}::text is null or starts_with(c.town, ${filter.town ?? null}))
  and (${filter.organisationId ?? null}::uuid is null or c.organisation_id = ${filter.organisationId ?? null}::uuid)
  and (${filter.from ?? null}::date is null or c.ends_on >= ${filter.from ?? null}::date)
  and (${filter.to ?? null}::date is null or c.starts_on <= ${filter.to ?? null}::date)
  and (${filter.q ?? null}::text is null or strpos(c.name || ' ' || c.number || ' ' || o.name || ' ' || c.occupation_name, ${filter.q ?? null}) > 0)`;

/** A draft is visible to its institution only. */
export const hidesDrafts = (role: string) =>
  role === "institution" ? sql<boolean>`true` : sql<boolean>`c.state <> 'draft'`;
