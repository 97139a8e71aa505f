import { sql, type Database } from "../../kernel/database.ts";

/** Query for a standard: occupation and level, on a day, in a county or one of its towns. */
export interface StandardAsk {
  occupation: string;
  level: number;
  date: string;
  region: string;
}

/** Standards of the lists in force on that day. `versionIds` is the evidence: the versions of the lists that were read. */
export interface Standard {
  trainingFen: number;
  assessmentFen: number;
  requiredHours: number;
  occupationName: string;
  edition: number;
  shortage: boolean;
  versionIds: string[];
}

interface Row {
  place: number;
  training_fen: number;
  assessment_fen: number;
  required_hours: number;
  occupation_name: string;
  edition: number;
  shortage: boolean;
  occupations_id: string;
  shortage_id: string | null;
}

/** Standard of one occupation and level; null if the list in force on that day doesn't have it. */
export async function standardFor(db: Database, ask: StandardAsk): Promise<Standard | null> {
  const [standard] = await standardsFor(db, [ask]);
  return standard ?? null;
}

/** Like `standardFor`, for many queries in the given order: one statement for all. */
export async function standardsFor(db: Database, asks: readonly StandardAsk[]): Promise<(Standard | null)[]> {
  if (asks.length === 0) return [];
  const found = await sql<Row>`
    with asked as (
      select * from unnest(
        ${asks.map((ask) => ask.occupation)}::text[], ${asks.map((ask) => ask.level)}::int[],
        ${asks.map((ask) => ask.date)}::date[], ${asks.map((ask) => ask.region)}::text[]
      ) with ordinality as a (occupation, level, date, region, place)
    ), days as (
      select d.date, d.region, o.id as occupations_id, s.id as shortage_id
      from (select distinct date, region from asked) d
      cross join lateral (${versionOn("occupations")}) o
      left join lateral (${versionOn("shortage")}) s on true
    )
    select a.place::int as place, t.training_fen, t.assessment_fen, t.required_hours, t.occupation_name, t.edition,
           d.occupations_id, d.shortage_id,
           exists (select from shortage_occupation x where x.version_id = d.shortage_id and x.occupation = a.occupation) as shortage
    from asked a
    join days d on d.date = a.date and d.region = a.region
    join training_standard t on t.version_id = d.occupations_id and t.occupation = a.occupation and t.level = a.level`.execute(
    db,
  );
  const byPlace = new Map(found.rows.map((row) => [row.place, row]));
  return asks.map((_ask, index) => {
    const row = byPlace.get(index + 1);
    return row === undefined
      ? null
      : {
          trainingFen: row.training_fen,
          assessmentFen: row.assessment_fen,
          requiredHours: row.required_hours,
          occupationName: row.occupation_name,
          edition: row.edition,
          shortage: row.shortage,
          versionIds: row.shortage_id === null ? [row.occupations_id] : [row.occupations_id, row.shortage_id],
        };
  });
}

/** A town without its own list uses its county's: the longest matching region wins. */
const versionOn = (list: "occupations" | "shortage") => sql`
  select v.id from catalogue_version v
  where v.list = ${list} and starts_with(d.region, v.region)
    and v.effective_from <= d.date and (v.effective_to is null or d.date < v.effective_to)
  order by length(v.region) desc limit 1`;

/** The standard of the list in force there on that day that pays most; null without a list. */
export async function highestStandard(
  db: Database,
  region: string,
  date: string,
): Promise<(Standard & { occupation: string; level: number }) | null> {
  const found = await sql<{ occupation: string; level: number }>`
    select t.occupation, t.level from (select ${date}::date as date, ${region}::text as region) d
    cross join lateral (${versionOn("occupations")}) o join training_standard t on t.version_id = o.id
    order by t.training_fen + t.assessment_fen desc, t.occupation limit 1`.execute(db);
  const highest = found.rows[0];
  const standard = highest && (await standardFor(db, { ...highest, date, region }));
  return standard ? { ...standard, ...highest } : null;
}
