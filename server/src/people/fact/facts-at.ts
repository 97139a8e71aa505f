import type { CivilDate, Group } from "@jinengtong/standards";
import { type Case, type Degree, DEGREES } from "@jinengtong/policy";
import type { Database } from "../../kernel/database.ts";
import { sql } from "../../kernel/database.ts";
import type { Fact } from "./fact-kinds.ts";

type Block<K extends keyof Case> = NonNullable<Case[K]>;

/** Part of a policy case that comes from a person's record. Unknown facts stay absent, so that the rules ask for them. */
export interface PersonCaseFacts {
  /** `birthDate`, `sex` and `groups` (all confirmed ones that hold) are always present. */
  person: Block<"person">;
  employment?: Block<"employment">;
  insurance?: Block<"insurance">;
  degree?: Block<"degree">;
  /** Highest degree before that one; null: there was none. */
  priorDegree?: Degree | null;
}

/** Facts that hold for a person on a date, in the form of a policy case. */
export async function factsAt(db: Database, personId: string, date: CivilDate): Promise<PersonCaseFacts> {
  return (await factsAtOf(db, [personId], date)).get(personId) ?? { person: {} };
}

/** Like `factsAt`, for many persons in one query. */
export async function factsAtOf(
  db: Database,
  personIds: readonly string[],
  date: CivilDate,
): Promise<Map<string, PersonCaseFacts>> {
  const found = await sql<{
    id: string;
    birth_date: CivilDate;
    sex: "M" | "F";
    groups: Group[];
    facts: Fact[];
    in_place_of: NonNullable<Block<"person">["inPlaceOf"]> | null;
  }>`
    select p.id, p.birth_date, p.sex,
      array(select distinct g.code from person_group g where g.person_id = p.id and g.state in ('confirmed', 'ended')
            and g.valid_from <= ${date} and (g.valid_to is null or g.valid_to >= ${date}) order by g.code) as groups,
      coalesce((select json_agg(json_build_object('kind', f.kind, 'value', f.value) order by f.recorded_at, f.id)
                from person_fact f where f.person_id = p.id
                and not exists (select from person_fact later where later.replaces = f.id)), '[]') as facts,
      (select json_build_object('relation', s.relation, 'groups', array(
          select distinct g.code from person_group g where g.person_id = s.principal_id and g.state in ('confirmed', 'ended')
            and g.valid_from <= ${date} and (g.valid_to is null or g.valid_to >= ${date}) order by g.code))
       from substitution s where s.person_id = p.id and s.state in ('confirmed', 'ended')
         and ${date}::date between s.valid_from and s.valid_to order by s.created_at desc limit 1) as in_place_of
    from person p where p.id = any(${[...personIds]}::uuid[])`.execute(db);
  return new Map(
    found.rows.map((row) => {
      const facts = assemble(row.facts, date);
      return [
        row.id,
        {
          ...facts,
          person: {
            birthDate: row.birth_date,
            sex: row.sex,
            groups: row.groups,
            ...facts.person,
            ...(row.in_place_of === null ? {} : { inPlaceOf: row.in_place_of }),
          },
        },
      ];
    }),
  );
}

/** Confirmed groups that hold on a date, for each of these persons that has one. An ended group held until its last day. */
export async function groupsAt(
  db: Database,
  personIds: readonly string[],
  date: CivilDate,
): Promise<Map<string, Group[]>> {
  const found = await sql<{ person_id: string; codes: Group[] }>`
    select person_id, array_agg(distinct code order by code) as codes from person_group
    where person_id = any(${[...personIds]}::uuid[]) and state in ('confirmed', 'ended')
      and valid_from <= ${date} and (valid_to is null or valid_to >= ${date}) group by person_id`.execute(db);
  return new Map(found.rows.map((row) => [row.person_id, row.codes]));
}

type OfKind<K extends Fact["kind"]> = Extract<Fact, { kind: K }>["value"];

/** Facts in order of recording: of two that hold on the date, the later start wins, then the later recording. */
export function assemble(facts: readonly Fact[], date: CivilDate): PersonCaseFacts {
  const values = <K extends Fact["kind"]>(kind: K): OfKind<K>[] =>
    facts.filter((fact) => fact.kind === kind).map((fact) => fact.value as OfKind<K>);
  const holding = <K extends "employment" | "pension" | "training-need">(kind: K): OfKind<K> | undefined =>
    latest(
      values(kind).filter((value) => value.from <= date && (value.to === null || value.to >= date)),
      (value) => value.from,
    );
  const result: PersonCaseFacts = { person: {} };
  const pension = holding("pension");
  if (pension) result.person.monthlyPension = pension.monthlyPension;
  const need = holding("training-need");
  if (need) result.person.trainingNeed = need.trainingNeed;
  const benefit = latest(values("unemployment-benefit"), (value) => value.asOf);
  if (benefit) result.person.unemploymentBenefit = benefit.periods;
  const employment = holding("employment");
  if (employment) result.employment = known(employment, ["employed", "employer", "local", "hiredOn", "contractMonths"]);
  const insurance = latest(
    values("insurance").filter((value) => value.asOf <= date),
    (value) => value.asOf,
  );
  if (insurance) result.insurance = known(insurance, ["unemploymentMonths", "pensionMonths", "pensionPaidNow"]);
  const degree = latest(
    values("degree").filter((value) => value.obtainedOn <= date),
    (value) => value.obtainedOn,
  );
  if (degree) {
    result.degree = { level: degree.level, obtainedOn: degree.obtainedOn };
    const prior = priorDegreeOf(degree, values("degree"));
    if (prior !== undefined) result.priorDegree = prior;
  }
  return result;
}

/** Degrees from the lowest to the highest. */
const DEGREE_ORDER = Object.keys(DEGREES) as Degree[];

/** Highest degree before this one, as recorded with it or by itself; null if recorded as none, undefined if unknown. */
function priorDegreeOf(degree: OfKind<"degree">, all: readonly OfKind<"degree">[]): Degree | null | undefined {
  const earlier = all.filter(({ obtainedOn }) => obtainedOn < degree.obtainedOn).map(({ level }) => level);
  if (degree.prior !== null && degree.prior !== undefined && degree.prior !== "none") earlier.push(degree.prior);
  const highest = DEGREE_ORDER.findLast((level) => earlier.includes(level));
  return highest ?? (degree.prior === "none" ? null : undefined);
}

function latest<T>(values: readonly T[], dateOf: (value: T) => CivilDate): T | undefined {
  return values.reduce<T | undefined>(
    (best, value) => (best === undefined || dateOf(value) >= dateOf(best) ? value : best),
    undefined,
  );
}

type Known<T, K extends keyof T> = { [P in K]?: Exclude<T[P], null> };

/** The named properties that have a value. */
const known = <T extends object, K extends keyof T>(value: T, keys: readonly K[]): Known<T, K> =>
  Object.fromEntries(
    keys.flatMap((key) => (value[key] === null || value[key] === undefined ? [] : [[key, value[key]]])),
  ) as Known<T, K>;
