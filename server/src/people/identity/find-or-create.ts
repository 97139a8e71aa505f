import {
  type CivilDate,
  type PaperKind,
  parseIdentityPaper,
  parseMobile,
  parsePersonName,
  samePersonName,
} from "@jinengtong/standards";
import { randomUUID } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { citizenIdColumns, citizenIdHash, phoneColumns } from "./identity.ts";

/** A person as entered by somebody else: a roster row, a teacher form. */
export interface WrittenPerson {
  name: string;
  citizenId: string;
  phone?: string | null;
  /** 9-digit town; default is the caller's region. */
  town: string;
  education?: string | null;
  demo?: boolean;
  /** Facts that the number of another paper (passport, old residence card) doesn't tell, as an officer read them. */
  paper?: { nationality: string; birthDate: CivilDate; sex: "M" | "F" } | undefined;
}

export type PersonRefusal = "name" | "citizen-id" | "phone" | "name-mismatch";

/** Result for each given person, in order. A refusal never reveals what the record holds. */
export type FoundPerson =
  | { ok: true; id: string; created: boolean }
  | { ok: false; refusal: PersonRefusal; code: string; message: string };

const BATCH = 2_000;

/**
 * Finds or creates one record per citizen for each given person, by the keyed hash of the number; set-based, for rosters of many
 * thousand rows. A number on record under another name is refused, since one of the two is wrong; existing phone and town are left
 * to the person. The same number twice in one list gives the same record.
 */
export async function findOrCreatePeople(context: Context, written: readonly WrittenPerson[]): Promise<FoundPerson[]> {
  const results: FoundPerson[] = [];
  for (let start = 0; start < written.length; start += BATCH)
    results.push(...(await batch(context, written.slice(start, start + BATCH))));
  return results;
}

/** Record of one person; throws the refusal with a pointer to its field. */
export async function findOrCreatePerson(
  context: Context,
  written: WrittenPerson,
): Promise<{ id: string; created: boolean }> {
  const [found] = await batch(context, [written]);
  if (found?.ok) return { id: found.id, created: found.created };
  const { code, message, refusal } = found ?? NOTHING;
  throw unacceptable(code, message, [{ pointer: `/${POINTERS[refusal]}`, detail: message }]);
}

const POINTERS: Record<PersonRefusal, string> = {
  name: "name",
  "citizen-id": "citizenId",
  phone: "phone",
  "name-mismatch": "name",
};
const NOTHING = { refusal: "name", code: "name-empty", message: "请填写姓名。" } as const;
const MISMATCH = {
  ok: false,
  refusal: "name-mismatch",
  code: "person-name-mismatch",
  message: "姓名与该身份号码已有的实名档案不一致，请核对姓名和身份号码。",
} as const;

const UNKNOWN_PAPER = {
  ok: false,
  refusal: "citizen-id",
  code: "paper-unknown",
  message: "这个护照（或旧版永久居留身份证）还没有登记。请本人带证件到人社服务窗口登记后再报。",
} as const;

interface Read {
  hash: Buffer;
  /** All that a record needs is known; otherwise there must be one already. */
  complete: boolean;
  row: {
    id: string;
    name: string;
    birth_date: string;
    sex: "M" | "F";
    town: string;
    education: string | null;
    demo: boolean;
    created_by: string | null;
    id_kind: PaperKind;
    nationality: string | null;
  };
  number: string;
  phone: string | null;
}

const NO_PHONE = { phone_sealed: null, phone_hash: null, phone_masked: null };

async function batch(context: Context, written: readonly WrittenPerson[]): Promise<FoundPerson[]> {
  const read = written.map((person) => readOne(context, person));
  const byHash = new Map<string, Read>();
  for (const one of read) {
    const key = "hash" in one ? one.hash.toString("base64") : "";
    if ("hash" in one && !byHash.has(key)) byHash.set(key, one);
  }
  const unique = [...byHash.values()];
  const existing = await recordsOf(context, unique);
  const absent = unique.filter((one) => one.complete && !existing.has(one.hash.toString("base64")));
  const made = await insert(context, absent);
  // Another roster may have inserted the person concurrently: the unique hash decides and its record counts.
  const late = absent.filter((one) => !made.has(one.hash.toString("base64")));
  for (const [key, record] of await recordsOf(context, late)) existing.set(key, record);
  return read.map((one): FoundPerson => {
    if (!("hash" in one)) return one;
    const key = one.hash.toString("base64");
    const first = byHash.get(key);
    const madeNow = made.has(key);
    const record = madeNow && first ? first.row : existing.get(key);
    if (!record && !one.complete) return UNKNOWN_PAPER;
    if (!record || !samePersonName(record.name, one.row.name)) return MISMATCH;
    return { ok: true, id: record.id, created: madeNow && first === one };
  });
}

function readOne(context: Context, person: WrittenPerson): Read | (FoundPerson & { ok: false }) {
  const name = parsePersonName(person.name);
  if (!name.ok) return { ok: false, refusal: "name", code: name.code, message: name.message };
  const paper = parseIdentityPaper(person.citizenId, { on: context.today });
  if (!paper.ok) return { ok: false, refusal: "citizen-id", code: paper.code, message: paper.message };
  const { number, kind } = paper.value;
  const birthDate = paper.value.birthDate ?? person.paper?.birthDate;
  const sex = paper.value.sex ?? person.paper?.sex;
  const phone = person.phone ? parseMobile(person.phone) : null;
  if (phone && !phone.ok) return { ok: false, refusal: "phone", code: phone.code, message: phone.message };
  return {
    hash: citizenIdHash(context.services.sealer, number),
    complete: birthDate !== undefined && sex !== undefined,
    number,
    phone: phone?.value ?? null,
    row: {
      id: randomUUID(),
      name: name.value,
      birth_date: birthDate ?? "",
      sex: sex ?? "M",
      town: person.town,
      education: person.education ?? null,
      demo: person.demo ?? false,
      created_by: context.maybeActor?.accountId ?? null,
      id_kind: kind,
      nationality: kind === "citizen" ? null : (person.paper?.nationality ?? null),
    },
  };
}

async function recordsOf(
  context: Context,
  people: readonly Read[],
): Promise<Map<string, { id: string; name: string }>> {
  if (people.length === 0) return new Map();
  const nameOf = new Map(people.map((one) => [one.hash.toString("base64"), one.row.name]));
  const found = await sql<{ id: string; name: string; hash: Buffer; joined: boolean }>`
    select id, name, hash, joined from identified_person
    where hash = any(${people.map((one) => one.hash)}::bytea[])`.execute(context.db);
  return new Map(
    found.rows
      .map((row) => [row.hash.toString("base64"), row] as const)
      // A number once written for somebody by mistake leads to them, and is free for whoever bears it.
      .filter(([key, row]) => !row.joined || samePersonName(row.name, nameOf.get(key) ?? "")),
  );
}

/** Inserts absent persons; returns their keys. Ordered by hash, so that two rosters can't deadlock. */
async function insert(context: Context, people: readonly Read[]): Promise<Set<string>> {
  if (people.length === 0) return new Set();
  const { sealer } = context.services;
  const rows = people
    .toSorted((a, b) => Buffer.compare(a.hash, b.hash))
    .map(({ row, number, phone }) => ({
      ...row,
      ...citizenIdColumns(sealer, row.id, number),
      ...(phone === null ? NO_PHONE : phoneColumns(sealer, row.id, phone)),
    }));
  const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
  const made = await sql<{ citizen_id_hash: Buffer }>`
    insert into person (id, name, citizen_id_sealed, citizen_id_hash, citizen_id_masked, phone_sealed, phone_hash, phone_masked,
      birth_date, sex, town, education, demo, created_by, id_kind, nationality)
    select * from unnest(${column("id")}::uuid[], ${column("name")}::text[], ${column("citizen_id_sealed")}::bytea[],
      ${column("citizen_id_hash")}::bytea[], ${column("citizen_id_masked")}::text[], ${column("phone_sealed")}::bytea[],
      ${column("phone_hash")}::bytea[], ${column("phone_masked")}::text[], ${column("birth_date")}::date[], ${column("sex")}::text[],
      ${column("town")}::text[], ${column("education")}::text[], ${column("demo")}::boolean[], ${column("created_by")}::uuid[],
      ${column("id_kind")}::text[], ${column("nationality")}::text[])
    on conflict (citizen_id_hash) where joined_into is null do nothing returning citizen_id_hash`.execute(context.db);
  return new Set(made.rows.map((row) => row.citizen_id_hash.toString("base64")));
}
