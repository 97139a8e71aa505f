import { sql, type Database } from "../../kernel/database.ts";
import { keyOf, type List, type ListRow, type OrganisationRow, type ProjectRow } from "./lists.ts";
import type { z } from "zod";
import { rowsOf, versionsOf } from "./versions.ts";

/**
 * Rows that publishing now would produce: the draft if there is one, else the newest version; admissions and projects in their
 * current state.
 */
export async function currentRows(db: Database, list: List, region: string, today: string): Promise<ListRow[]> {
  switch (list) {
    case "institutions":
      return admitted(db, region, "training", today);
    case "evaluators":
      return admitted(db, region, "evaluation", today);
    case "projects":
      return projects(db, region, today);
    default: {
      const draft = await draftRows(db, list, region);
      if (draft !== null) return draft;
      const [newest] = await versionsOf(db, list, region);
      return newest ? rowsOf(db, list, newest.id) : [];
    }
  }
}

/** Rows of a draft; null if there is none. */
export async function draftRows(
  db: Database,
  list: "occupations" | "shortage",
  region: string,
): Promise<ListRow[] | null> {
  const draft = await db
    .selectFrom("catalogue_draft")
    .select("list")
    .where("list", "=", list)
    .where("region", "=", region)
    .executeTakeFirst();
  if (!draft) return null;
  const found = await sql<ListRow>`
    select key, data from catalogue_draft_row where region = ${region} and list = ${list} order by key`.execute(db);
  return found.rows;
}

/** Every organisation with an admission in force, whoever owns it. */
async function admitted(db: Database, region: string, activity: string, today: string): Promise<ListRow[]> {
  const found = await sql<z.output<typeof OrganisationRow>>`
    select o.id as "organisationId", o.name, o.uscc, o.town, o.address,
           json_agg(json_build_object('occupation', a.occupation, 'occupationName', a.occupation_name, 'level', a.level, 'validTo', a.valid_to)
                    order by a.occupation, a.level desc) as programmes
    from organisation o join admission a on a.organisation_id = o.id
    where a.activity = ${activity} and a.state = 'admitted' and ${today}::date between a.valid_from and a.valid_to
      and starts_with(o.region, ${region}) and o.state = 'active'
    group by o.id order by o.id`.execute(db);
  return found.rows.map((data) => ({ key: keyOf(data), data }));
}

async function projects(db: Database, region: string, today: string): Promise<ListRow[]> {
  const found = await sql<z.output<typeof ProjectRow>>`
    select code, name, kind, groups, clause, open_from as "openFrom", open_to as "openTo" from training_project
    where region = ${region} and (open_to is null or open_to >= ${today}::date) order by code`.execute(db);
  return found.rows.map((data) => ({ key: keyOf(data), data }));
}
