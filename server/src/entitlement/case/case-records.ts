import { dayBenefitsOf, type HistoryEntry, type InstitutionKind, monthsOf, type Policy } from "@jinengtong/policy";
import { addDays, type CivilDate } from "@jinengtong/standards";
import { isAdmitted } from "../../catalogue/index.ts";
import { sql, type Database } from "../../kernel/database.ts";
import { DAY_SLOT, GRANTED } from "../claim-states.ts";

/** Reads facts from the platform's own records, set by set, so that a hundred thousand cases cost a few statements per thousand. */

export interface CertificateRecord {
  id: string;
  kind: string;
  occupation: string;
  level: number;
  issued_on: string;
  class_id: string | null;
  enrolment_id: string | null;
}

/** Valid certificates; revoked ones don't count. */
export async function certificatesOf(db: Database, ids: readonly string[]): Promise<Map<string, CertificateRecord>> {
  const found = await sql<CertificateRecord>`
    select f.id, f.kind, f.occupation, f.level, f.issued_on, f.class_id, f.enrolment_id
    from certificate f where f.id = any(${[...ids]}::uuid[])
      and not exists (select from certificate_revocation r where r.certificate_id = f.id)`.execute(db);
  return new Map(found.rows.map((row) => [row.id, row]));
}

export interface ClassRecord {
  id: string;
  occupation: string;
  level: number;
  starts_on: string;
  ends_on: string;
  town: string;
  region: string;
  capacity: number;
  required_hours: number;
  submitted_at: Date | null;
  online_ratio: number;
  course: "syb" | "simulation" | "online-business" | "ability" | null;
  kind: string;
  local: boolean;
  admitted: boolean;
  class_size: number;
  finishers: number;
}

export async function classesOf(db: Database, ids: readonly string[]): Promise<Map<string, ClassRecord>> {
  const found = await sql<Omit<ClassRecord, "admitted"> & { organisation_id: string }>`
    select c.id, c.occupation, c.level, c.starts_on, c.ends_on, c.town, c.region, c.capacity, c.required_hours, c.submitted_at, c.online_ratio, c.course,
      c.organisation_id, o.kind, starts_with(o.town, left(c.region, 6)) as local,
      count(e.id) filter (where e.state in ('enrolled', 'completed', 'failed'))::int as class_size,
      count(e.id) filter (where e.state = 'completed')::int as finishers
    from training_class c join organisation o on o.id = c.organisation_id
    left join enrolment e on e.class_id = c.id
    where c.id = any(${[...ids]}::uuid[]) group by c.id, o.id`.execute(db);
  const records = new Map<string, ClassRecord>();
  for (const { organisation_id, ...row } of found.rows) {
    const admitted = await isAdmitted(db, organisation_id, "training", row.occupation, row.level, row.starts_on);
    records.set(row.id, { ...row, admitted });
  }
  return records;
}

/** Kinds of carrier that the rules distinguish. */
export const institutionKind = (kind: string): InstitutionKind | undefined =>
  kind === "training-institution" || kind === "vocational-school" || kind === "enterprise" ? kind : undefined;

/** Records of the same persons: each one's own, and those that were joined with it, where a seat that both had may have stayed. */
const sameOnes = (personIds: readonly string[]) => sql`(
  select asked, asked as id from unnest(${[...personIds]}::uuid[]) asked
  union select me.id, me.joined_into from person me where me.id = any(${[...personIds]}::uuid[]) and me.joined_into is not null
  union select other.joined_into, other.id from person other where other.joined_into = any(${[...personIds]}::uuid[]))`;

/** An earlier grant: a claim, or an entry of the province's list, which has no number. */
interface EarlierGrant {
  claimId: string;
  number: string | null;
  entry: HistoryEntry;
}

/**
 * Earlier grants of each person, also those of a relative in their place: claims from approval on (without cancelled and recovered
 * ones), and grants on the province's list.
 */
export async function historiesOf(
  db: Database,
  policy: Policy,
  personIds: readonly string[],
): Promise<Map<string, EarlierGrant[]>> {
  const found = await sql<{
    person_id: string;
    id: string;
    number: string;
    entry: HistoryEntry;
    from: string | null;
    to: string | null;
    days: CivilDate[] | null;
  }>`
    select o.asked as person_id, c.id, c.number, d.facts #>> '{training,from}' as "from", d.facts #>> '{training,to}' as "to", jsonb_build_object(
        'benefit', c.benefit, 'occupation', d.facts #> '{certificate,occupation}', 'level', d.facts #> '{certificate,level}',
        'on', c.applied_on, 'employer', d.facts #> '{employment,employer}',
        'months', (select count(*) from benefit_slot s
                   where s.claim_id = c.id and c.benefit = any(${[...monthsOf(policy).keys()]}::text[]) and s.side = '')) as entry,
      (select array_agg(right(s.key, 10) order by s.key) from benefit_slot s
       where s.claim_id = c.id and s.person_id = c.person_id and s.rule = ${DAY_SLOT}) as days
    from (
      select i.asked, k.id from ${sameOnes(personIds)} i join claim k on k.person_id = i.id
      union select i.asked, k.id from ${sameOnes(personIds)} i join substitution s on s.principal_id = i.id
        cross join lateral (select e.id from enrolment e where e.substitution_id = s.id offset 0) e
        cross join lateral (select k.id from claim k where k.enrolment_id = e.id offset 0) k) o
    -- A person has few claims, whatever the planner thinks of joined records: each is found by its key, and so is its decision.
    cross join lateral (select k.* from claim k where k.id = o.id offset 0) c
    cross join lateral (select k.* from claim_decision k where k.id = c.decision_id offset 0) d
    where c.supplements is null and c.state = any(${[...GRANTED]}::text[])
    order by c.applied_on, c.number`.execute(db);
  const provincial = await sql<{ person_id: string; id: string; number: null; entry: HistoryEntry }>`
    select o.asked as person_id, f.id, null as number, jsonb_build_object('benefit', 'provincial-shortage', 'occupation', f.value -> 'occupation',
        'level', nullif((f.value ->> 'level')::int, 0), 'on', f.value -> 'grantedOn', 'employer', null, 'months', 0) as entry
    from ${sameOnes(personIds)} o join person_fact f on f.person_id = o.id
    where f.kind = 'provincial-subsidy'
      and not exists (select from person_fact later where later.replaces = f.id)
    order by f.value ->> 'grantedOn', f.id`.execute(db);
  const histories = new Map<string, EarlierGrant[]>();
  const counted = dayBenefitsOf(policy);
  const granted = found.rows.flatMap(({ from, to, days, ...row }) => {
    if (row.entry.benefit === undefined || !counted.has(row.entry.benefit)) return [row];
    // The very days that were paid; of an older claim that holds none, its whole training.
    const spans =
      days === null ? [{ ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) }] : runsOf(days);
    return spans.map((span) => ({ ...row, entry: { ...row.entry, ...span } }));
  });
  for (const row of [...granted, ...provincial.rows]) {
    // Grants of another programme, which this one's rules can't name.
    if (row.entry.benefit === undefined || !policy.historyBenefits.has(row.entry.benefit)) continue;
    const own = histories.get(row.person_id) ?? [];
    own.push({ claimId: row.id, number: row.number, entry: row.entry });
    histories.set(row.person_id, own);
  }
  return histories;
}

/** Days in order as the fewest periods. */
function runsOf(days: readonly CivilDate[]): { from: CivilDate; to: CivilDate }[] {
  const runs: { from: CivilDate; to: CivilDate }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last !== undefined && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}

/** Fen advanced for a class so far, by class and benefit, for its settlement. */
export async function advancesOf(db: Database, classIds: readonly string[]): Promise<Map<string, number>> {
  const found = await sql<{ class_id: string; benefit: string; fen: number }>`
    select class_id, benefit, sum(coalesce(paid_fen, approved_fen))::bigint as fen from claim
    where class_id = any(${[...classIds]}::uuid[]) and stage = 'advance' and state = any(${[...GRANTED]}::text[])
    group by class_id, benefit`.execute(db);
  return new Map(found.rows.map((row) => [`${row.class_id} ${row.benefit}`, row.fen]));
}

/** Whether a list of subsidised occupations is in force there on that day; without one, "outside the catalogue" is unknown. */
export async function hasCatalogue(db: Database, region: string, date: string): Promise<boolean> {
  const found = await sql<{ ok: boolean }>`
    select exists (select from catalogue_version v where v.list = 'occupations' and starts_with(${region}, v.region)
      and v.effective_from <= ${date}::date and (v.effective_to is null or ${date}::date < v.effective_to)) as ok`.execute(
    db,
  );
  return found.rows[0]?.ok ?? false;
}
