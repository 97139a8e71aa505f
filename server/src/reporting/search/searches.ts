import { benefitName } from "@jinengtong/policy";
import { formatYuan, skillLevelLabel, type SkillLevel } from "@jinengtong/standards";
import { stateWord } from "@jinengtong/words";
import type { RawBuilder } from "kysely";
import type { Actor, Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { recordLooks } from "../../people/index.ts";
import { townLabel } from "../labels.ts";
import type { Query } from "./read-query.ts";
import { soundsLike } from "./sounds-like.ts";

export const FOUND_KINDS = ["person", "claim", "class", "certificate", "organisation", "batch", "payment"] as const;

export interface Found {
  id: string;
  title: string;
  detail: string;
}

export interface Search {
  kind: (typeof FOUND_KINDS)[number];
  /** Who may open such a page. */
  roles: readonly Role[];
  find(context: Context, query: Query, limit: number): Promise<Found[]>;
}

const OFFICES: readonly Role[] = ["reviewer", "department", "finance", "auditor"];
const CLAIMANTS: readonly Role[] = ["institution", "enterprise"];

const isOffice = ({ role }: Actor): boolean => OFFICES.includes(role);
const none: Promise<Found[]> = Promise.resolve([]);

/** One by one, since an index serves no array of patterns. */
const anyOf = (column: RawBuilder<unknown>, patterns: readonly string[]): RawBuilder<unknown> =>
  sql`(${sql.join(
    patterns.map((pattern) => sql`${column} like ${pattern}`),
    sql` or `,
  )})`;

const allOf = (words: readonly string[], holds: (word: string) => RawBuilder<unknown>): RawBuilder<unknown> =>
  words.length === 0 ? sql`false` : sql.join(words.map(holds), sql` and `);

/** A name by first letters or whole pinyin; null where no letters were typed. */
function byLetters(
  name: RawBuilder<unknown>,
  { initials, sounds }: Pick<Query, "initials" | "sounds">,
): RawBuilder<unknown> | null {
  const ways = [
    ...(initials === null ? [] : [sql`pinyin_initials(${name}) like ${initials}`]),
    ...(sounds.length === 0 ? [] : [soundsLike(name, sounds)]),
  ];
  return ways.length === 0 ? null : sql`(${sql.join(ways, sql` or `)})`;
}

const persons: Search = {
  kind: "person",
  roles: ["reviewer", "department"],
  async find(context, { citizenId, phone, name, ...query }, limit) {
    const where =
      citizenId !== null
        ? sql`id = (select id from identified_person where hash = ${citizenId})`
        : phone !== null
          ? sql`phone_hash = ${phone}`
          : (byLetters(sql`name`, query) ?? (name !== null ? sql`name like ${name}` : null));
    if (where === null) return [];
    const { rows } = await sql<{ id: string; name: string; masked: string; town: string }>`
      select id, name, citizen_id_masked as masked, town from person
      where ${where} and joined_into is null and town like ${`${context.actor.region}%`} limit ${limit}`.execute(
      context.db,
    );
    await recordLooks(
      context,
      rows.map(({ id }) => id),
      "顶栏查找，列出档案",
    );
    return rows.map(({ id, name: title, masked, town }) => ({ id, title, detail: `${masked}　${townLabel(town)}` }));
  },
};

const claims: Search = {
  kind: "claim",
  roles: ["reviewer", "finance", "auditor", ...CLAIMANTS],
  async find(context, { begins }, limit) {
    const { actor, services } = context;
    if (begins === null) return none;
    const own = isOffice(actor)
      ? sql`c.town like ${`${actor.region}%`}`
      : sql`c.organisation_id = ${actor.organisationId}`;
    const { rows } = await sql<{ id: string; number: string; benefit: string; state: string; who: string | null }>`
      select c.id, c.number, c.benefit, c.state, coalesce(o.name, p.name) as who from claim c
      left join organisation o on o.id = c.organisation_id left join person p on p.id = c.person_id
      where ${anyOf(sql`c.number`, begins)} and ${own} order by c.number using ~<~ limit ${limit}`.execute(context.db);
    return rows.map(({ id, number, benefit, state, who }) => ({
      id,
      title: number,
      detail: `${benefitName(services.policies.every(), benefit)}　${who ?? ""}　${stateWord("claim", state).label}`,
    }));
  },
};

const classes: Search = {
  kind: "class",
  roles: ["reviewer", "department", "finance", "auditor", ...CLAIMANTS],
  async find(context, { begins, words, ...query }, limit) {
    const { actor } = context;
    const own = isOffice(actor)
      ? sql`c.town like ${`${actor.region}%`} and c.state not in ('draft', 'withdrawn')`
      : actor.role === "enterprise"
        ? sql`c.enterprise_id = ${actor.organisationId}`
        : sql`c.organisation_id = ${actor.organisationId}`;
    const what =
      begins !== null
        ? anyOf(sql`c.number`, begins)
        : (byLetters(sql`c.name`, query) ??
          // A word of the class, its school or its number: how people name a class.
          allOf(words, (word) => sql`(c.name like ${word} or o.name like ${word} or c.number like ${word})`));
    const { rows } = await sql<{ id: string; name: string; number: string; school: string; state: string }>`
      select c.id, c.name, c.number, o.name as school, c.state from training_class c join organisation o on o.id = c.organisation_id
      where ${what} and ${own} order by c.starts_on desc, c.number limit ${limit}`.execute(context.db);
    return rows.map(({ id, name, number, school, state }) => ({
      id,
      title: name,
      detail: `${number}　${school}　${stateWord("training-class", state).label}`,
    }));
  },
};

const certificates: Search = {
  kind: "certificate",
  roles: ["reviewer", "department", "auditor", "institution", "evaluator"],
  async find(context, { begins }, limit) {
    const { actor } = context;
    if (begins === null) return none;
    const own = isOffice(actor)
      ? sql`p.town like ${`${actor.region}%`}`
      : sql`(f.issuer_id = ${actor.organisationId} or exists (select from training_class c where c.id = f.class_id and c.organisation_id = ${actor.organisationId}))`;
    const { rows } = await sql<{ serial: string; holder: string; name: string; level: number | null }>`
      select f.serial, f.holder_name as holder, f.occupation_name as name, f.level from certificate f join person p on p.id = f.person_id
      where ${anyOf(sql`f.serial`, begins)} and ${own} order by f.serial using ~<~ limit ${limit}`.execute(context.db);
    return rows.map(({ serial, holder, name, level }) => ({
      id: serial,
      title: serial,
      detail: `${holder}　${name}${level === null ? "" : skillLevelLabel(level as SkillLevel)}`,
    }));
  },
};

const organisations: Search = {
  kind: "organisation",
  roles: ["reviewer", "department"],
  async find(context, { begins, words, ...query }, limit) {
    const what =
      begins !== null
        ? anyOf(sql`uscc`, begins)
        : (byLetters(sql`name`, query) ?? allOf(words, (word) => sql`name like ${word}`));
    const { rows } = await sql<{ id: string; name: string; uscc: string; town: string }>`
      select id, name, uscc, town from organisation where ${what} and town like ${`${context.actor.region}%`}
      order by name limit ${limit}`.execute(context.db);
    return rows.map(({ id, name, uscc, town }) => ({ id, title: name, detail: `${uscc}　${townLabel(town)}` }));
  },
};

const batches: Search = {
  kind: "batch",
  roles: ["finance", "auditor"],
  async find(context, { begins }, limit) {
    if (begins === null) return none;
    const { rows } = await sql<{ id: string; number: string; count: number; fen: number; state: string }>`
      select id, number, count, total_fen as fen, state from payment_batch
      where ${anyOf(sql`number`, begins)} and region like ${`${context.actor.region}%`} order by number limit ${limit}`.execute(
      context.db,
    );
    return rows.map(({ id, number, count, fen, state }) => ({
      id,
      title: number,
      detail: `${count} 笔，${formatYuan(fen)} 元　${stateWord("payment-batch", state).label}`,
    }));
  },
};

const payments: Search = {
  kind: "payment",
  roles: ["finance", "auditor"],
  async find(context, { begins }, limit) {
    if (begins === null) return none;
    const { rows } = await sql<{ id: string; number: string; payee: string; fen: number; state: string }>`
      select p.id, p.number, p.payee_name as payee, p.amount_fen as fen, p.state from payment p join payment_batch b on b.id = p.batch_id
      where ${anyOf(sql`p.number`, begins)} and b.region like ${`${context.actor.region}%`} order by p.number using ~<~ limit ${limit}`.execute(
      context.db,
    );
    return rows.map(({ id, number, payee, fen, state }) => ({
      id,
      title: number,
      detail: `${payee}　${formatYuan(fen)} 元　${stateWord("payment", state).label}`,
    }));
  },
};

export const searches: readonly Search[] = [persons, claims, classes, certificates, organisations, batches, payments];
