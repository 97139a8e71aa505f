import { county } from "@jinengtong/county";
import { sql, type Database } from "../../kernel/database.ts";

/** Query for a standard: occupation and level, on a day, in a county or one of its towns. */
export interface StandardAsk {
  occupation: string;
  level: number;
  /** For a class, its first day. */
  date: string;
  region: string;
  /**
   * When the class was filed, and for how many hours. Its price and its hours are then of one version: the one it was filed under, or
   * that of its first day where the county says so and the class has those hours.
   */
  filed?: { at: Date; hours: number } | undefined;
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
  const ofDay = await standardsKnown(
    db,
    asks.map((ask) => ({ ...ask, filed: undefined })),
  );
  if (asks.every(({ filed }) => filed === undefined)) return ofDay;
  const asFiled = await standardsKnown(db, asks);
  return asks.map(({ date, filed }, at) => {
    const [day, own] = [ofDay[at] ?? null, asFiled[at] ?? null];
    if (filed === undefined) return day;
    const meant = day !== null && day.requiredHours <= filed.hours ? day : null;
    return listBasis(date) === "first-day" ? (meant ?? own) : (own ?? meant);
  });
}

/** By which version of the lists a class that begins on that day is paid: the county's rule, by default the one it was filed under. */
export const listBasis = (date: string): "filing" | "first-day" =>
  county().listBasis?.findLast(({ from }) => from <= date)?.by ?? "filing";

/** Standards of the versions that were published when the class was filed; before the first, those of the day. */
async function standardsKnown(db: Database, asks: readonly StandardAsk[]): Promise<(Standard | null)[]> {
  if (asks.length === 0) return [];
  const found = await sql<Row>`
    with asked as (
      select * from unnest(
        ${asks.map((ask) => ask.occupation)}::text[], ${asks.map((ask) => ask.level)}::int[],
        ${asks.map((ask) => ask.date)}::date[], ${asks.map((ask) => ask.region)}::text[],
        ${asks.map((ask) => ask.filed?.at ?? null)}::timestamptz[]
      ) with ordinality as a (occupation, level, date, region, filed, place)
    ), days as (
      select d.date, d.region, d.filed, o.id as occupations_id, s.id as shortage_id
      from (select distinct date, region, filed from asked) d
      cross join lateral (${versionOn("occupations")}) o
      left join lateral (${versionOn("shortage")}) s on true
    )
    select a.place::int as place, t.training_fen, t.assessment_fen, t.required_hours, t.occupation_name, t.edition,
           d.occupations_id, d.shortage_id,
           exists (select from shortage_occupation x where x.version_id = d.shortage_id and x.occupation = a.occupation) as shortage
    from asked a
    join days d on d.date = a.date and d.region = a.region and d.filed is not distinct from a.filed
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

/** A town without its own list uses its county's: the longest matching region wins, of the versions published by the filing. */
const versionOn = (list: "occupations" | "shortage") => sql`
  select v.id from catalogue_version v
  where v.list = ${list} and starts_with(d.region, v.region) and v.effective_from <= d.date
    and (v.effective_to is null or d.date < v.effective_to or v.published_at <= d.filed)
  order by coalesce(v.published_at <= d.filed, d.filed is null) desc, length(v.region) desc, v.effective_from desc limit 1`;

/** The standard of the list in force there on that day that pays most; null without a list. */
export async function highestStandard(
  db: Database,
  region: string,
  date: string,
): Promise<(Standard & { occupation: string; level: number }) | null> {
  const found = await sql<{ occupation: string; level: number }>`
    select t.occupation, t.level from (select ${date}::date as date, ${region}::text as region, null::timestamptz as filed) d
    cross join lateral (${versionOn("occupations")}) o join training_standard t on t.version_id = o.id
    order by t.training_fen + t.assessment_fen desc, t.occupation limit 1`.execute(db);
  const highest = found.rows[0];
  const standard = highest && (await standardFor(db, { ...highest, date, region }));
  return standard ? { ...standard, ...highest } : null;
}

/** One row of the list of occupations in force: what is paid for learning it to that level, in fen, and the hours it takes. */
export interface ListedStandard {
  occupation: string;
  occupationName: string;
  level: number;
  trainingFen: number;
  assessmentFen: number;
  requiredHours: number;
  shortage: boolean;
}

/** The list in force in a region on a day, whole or of one occupation, by occupation and from the lowest level. */
export async function listedStandards(
  db: Database,
  { region, date, occupation }: { region: string; date: string; occupation?: string },
): Promise<ListedStandard[]> {
  const found = await sql<ListedStandard>`
    with day as (select ${date}::date as date, ${region}::text as region, null::timestamptz as filed)
    select t.occupation, t.occupation_name as "occupationName", t.level, t.training_fen as "trainingFen", t.assessment_fen as "assessmentFen",
      t.required_hours as "requiredHours",
      exists (select from shortage_occupation x where x.version_id = s.id and x.occupation = t.occupation) as shortage
    from day d
    cross join lateral (${versionOn("occupations")}) o
    left join lateral (${versionOn("shortage")}) s on true
    join training_standard t on t.version_id = o.id
    where ${occupation ?? null}::text is null or t.occupation = ${occupation ?? null}
    order by t.occupation, t.level desc`.execute(db);
  return found.rows;
}
