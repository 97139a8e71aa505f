import { regionName } from "@jinengtong/county";
import { z } from "zod";
import { sql, type Database } from "../../kernel/database.ts";
import { CivilDate, Id } from "../../kernel/shapes.ts";
import { takesPeople } from "../../training/index.ts";

export const OpenClasses = z.strictObject({
  count: z.number().int(),
  places: z.number().int(),
  next: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      institution: z.string(),
      town: z.string(),
      startsOn: CivilDate,
      placesLeft: z.number().int(),
    }),
  ),
});

interface Row extends Omit<z.output<typeof OpenClasses>["next"][number], "town"> {
  townCode: string;
  count: number;
  places: number;
}

/** Classes for an occupation (and level) that take people now: those of the person's own town first, then the ones that begin soonest. */
export async function openClassesFor(
  db: Database,
  wanted: { occupation: string; level: number; today: string; town: string | null },
): Promise<z.output<typeof OpenClasses>> {
  const found = await sql<Row>`
    select x.*, count(*) over ()::int as count, sum(x."placesLeft") over ()::int as places from (
      select c.id, c.name, o.name as institution, c.town as "townCode", c.starts_on as "startsOn",
        c.capacity - (select count(seat)::int from enrolment where class_id = c.id) as "placesLeft"
      from training_class c join organisation o on o.id = c.organisation_id
      where c.occupation = ${wanted.occupation} and c.level = ${wanted.level} and ${takesPeople(wanted.today)}
        and o.state = 'active'
    ) x
    order by (x."townCode" = ${wanted.town ?? ""}) desc, x."startsOn", x.id limit 3`.execute(db);
  const [first] = found.rows;
  return {
    count: first?.count ?? 0,
    places: first?.places ?? 0,
    next: found.rows.map(({ townCode, count: _count, places: _places, ...row }) => ({
      ...row,
      town: regionName(townCode),
    })),
  };
}
