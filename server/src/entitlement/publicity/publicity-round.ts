import { county } from "@jinengtong/county";
import { randomUUID } from "node:crypto";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Owner } from "../../kernel/actor.ts";
import { dueAfter, PUBLICITY_DAYS } from "../claim/work-calendar.ts";

const inForm = (form: string, { year, number }: { year: number; number: number }): string =>
  form.replaceAll("{year}", String(year)).replaceAll("{number}", String(number));

/** 2026 年第 3 批, or as the county's file has it. */
export const roundTitle = (round: { year: number; number: number }): string =>
  inForm(county().publicity?.round ?? "{year} 年第 {number} 批", round);

/**
 * Records a round of publicity of these claims, beginning today, under the next number of the year. The document number is the one
 * given, or made in the county's form, or none.
 */
export async function openRound(
  context: Context,
  given: {
    claimIds: readonly string[];
    region: string;
    document?: string | undefined;
    sharesDocument?: boolean | undefined;
  },
): Promise<{ id: string; title: string }> {
  const year = Number(context.today.slice(0, 4));
  await sql`select pg_advisory_xact_lock(hashtextextended(${`publicity ${year}`}, 0))`.execute(context.db);
  const { last } = await context.db
    .selectFrom("publicity_round")
    .select((row) => row.fn.coalesce(row.fn.max("number"), sql<number>`0`).as("last"))
    .where("year", "=", year)
    .executeTakeFirstOrThrow();
  const named = { year, number: Number(last) + 1 };
  const form = county().publicity?.document;
  const made = form === undefined ? null : inForm(form, named);
  const id = randomUUID();
  await context.db
    .insertInto("publicity_round")
    .values({
      id,
      ...named,
      document: given.document ?? made,
      // A number that nobody typed never stops a round: the county's form may give the same one to several.
      document_shared: given.document === undefined ? await isTaken(context, made) : given.sharesDocument === true,
      region: given.region,
      from_day: context.today,
      to_day: dueAfter(context.today, PUBLICITY_DAYS),
      opened_by: context.maybeActor?.accountId ?? null,
      opened_at: context.now,
    })
    .execute();
  await sql`
    insert into publicity_entry (round_id, claim_id, amount_fen)
    select ${id}, c.id, c.approved_fen from claim c where c.id = any(${given.claimIds}::uuid[])`.execute(context.db);
  return { id, title: roundTitle(named) };
}

async function isTaken(context: Context, document: string | null): Promise<boolean> {
  const found = await context.db
    .selectFrom("publicity_round")
    .select("id")
    .where("document", "=", document)
    .executeTakeFirst();
  return found !== undefined;
}

/** Owner of a round: the officers of the region that it was opened for. */
export async function roundOwner(context: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("publicity_round")
    .select("region")
    .where("id", "=", params.id)
    .executeTakeFirst();
  return row ?? null;
}
