import { addDays, samePersonName, type CivilDate } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Fact } from "../fact/fact-kinds.ts";
import { planFact } from "../fact/same-fact.ts";
import { citizenIdHash } from "../identity/identity.ts";
import { factKindOf, groupOf, type Subject } from "../keeper/subjects.ts";
import type { Finding, ListRow, StatedGroup } from "./read-list.ts";

/** Effect that a row would have on the records as they are. */
export type Plan =
  | { outcome: "fault"; finding: Finding }
  | { outcome: "same"; finding?: Finding }
  | { outcome: "add"; fact: Fact }
  | { outcome: "change"; fact: Fact; replaces: string }
  | { outcome: "add" | "change"; group: StatedGroup }
  /** A declaration of the person that the list confirms. */
  | { outcome: "add"; declared: string }
  /** A group that ends earlier than recorded. */
  | { outcome: "change"; ends: string; lastDay: CivilDate; wasUntil: CivilDate | null };

interface Known {
  people: Map<string, { id: string; name: string }>;
  facts: Map<string, { id: string; fact: Fact }[]>;
  groups: Map<string, { id: string; from: CivilDate; to: CivilDate | null; state: string }[]>;
}

const NAME_MISMATCH: Finding = {
  column: "姓名",
  value: "",
  code: "person-name-mismatch",
  sentence: "姓名与该身份号码已有的实名档案不一致，请核对姓名和身份号码。",
};

/** The effect of each good row, in order. Reads the records of all rows in three statements. */
export async function planRows(context: Context, subject: Subject, rows: readonly ListRow[]): Promise<Plan[]> {
  const hashes = rows.map((row) => citizenIdHash(context.services.sealer, row.citizenId));
  const known = await knownOf(context, subject, hashes);
  return rows.map((row, at) => planOf(row, known, hashes[at]?.toString("base64") ?? ""));
}

function planOf(row: ListRow, known: Known, hash: string): Plan {
  const person = known.people.get(hash);
  if (person && !samePersonName(person.name, row.name)) return { outcome: "fault", finding: NAME_MISMATCH };
  if (row.repeats || row.stated === null) return { outcome: "same" };
  return "fact" in row.stated
    ? planFact(row.stated.fact, known.facts.get(person?.id ?? "") ?? [])
    : planGroup(row.stated.group, known.groups.get(person?.id ?? "") ?? []);
}

const until = (day: CivilDate | null): string => day ?? "9999-12-31";

function planGroup(wanted: StatedGroup, known: Known["groups"] extends Map<string, infer G> ? G : never): Plan {
  const meeting = known.filter((other) => other.from <= until(wanted.to) && until(other.to) >= wanted.from);
  const confirmed = meeting.filter((other) => other.state === "confirmed").at(-1);
  const [declared] = meeting.filter((other) => other.state === "declared");
  if (confirmed === undefined)
    return declared === undefined ? { outcome: "add", group: wanted } : { outcome: "add", declared: declared.id };
  if (until(wanted.to) < until(confirmed.to) && wanted.to !== null)
    return { outcome: "change", ends: confirmed.id, lastDay: wanted.to, wasUntil: confirmed.to };
  if (until(wanted.to) > until(confirmed.to) && confirmed.to !== null && declared === undefined)
    return { outcome: "change", group: { ...wanted, from: addDays(confirmed.to, 1) } };
  return wanted.from < confirmed.from
    ? {
        outcome: "same",
        finding: {
          column: "起始日期",
          value: wanted.from,
          code: "earlier-start",
          sentence: `已登记从 ${confirmed.from} 起；这一行写得更早，没有改动。`,
          warning: true,
        },
      }
    : { outcome: "same" };
}

async function knownOf(context: Context, subject: Subject, hashes: readonly Buffer[]): Promise<Known> {
  const people = await sql<{ id: string; name: string; hash: Buffer }>`
    select id, name, hash from identified_person where hash = any(${[...hashes]}::bytea[])`.execute(context.db);
  const ids = people.rows.map((row) => row.id);
  const kind = factKindOf(subject);
  const facts =
    kind === null
      ? []
      : (
          await sql<{ id: string; person: string; value: Fact["value"] }>`
            select f.id, f.person_id as person, f.value from person_fact f
            where f.person_id = any(${ids}::uuid[]) and f.kind = ${kind}
              and not exists (select from person_fact later where later.replaces = f.id)
            order by f.recorded_at, f.id`.execute(context.db)
        ).rows;
  const groups =
    kind !== null
      ? []
      : (
          await sql<{ id: string; person: string; from: CivilDate; to: CivilDate | null; state: string }>`
            select id, person_id as person, valid_from as from, valid_to as to, state from person_group
            where person_id = any(${ids}::uuid[]) and code = ${groupOf(subject)} and state in ('declared', 'confirmed')
            order by valid_from`.execute(context.db)
        ).rows;
  return {
    people: new Map(people.rows.map((row) => [row.hash.toString("base64"), row])),
    facts: Map.groupBy(
      facts.map(({ id, person, value }) => ({ person, id, fact: { kind, value } as Fact })),
      (row) => row.person,
    ),
    groups: Map.groupBy(groups, (row) => row.person),
  };
}
