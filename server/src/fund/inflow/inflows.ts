import type { CivilDate } from "@jinengtong/standards";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { sql, type Database } from "../../kernel/database.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";

/** Money that a source still expects. */
export interface Inflow {
  id: string;
  amountFen: number;
  expectedOn: CivilDate;
  document: string;
}

/** Rows that nothing replaces and that haven't ended. */
export const STANDING = sql`i.ended is null and not exists (select from expected_inflow n where n.replaces = i.id)`;

/** Money that a source still expects, by day. */
export async function inflowsOf(db: Database, sourceId: string): Promise<Inflow[]> {
  const { rows } = await sql<Inflow>`
    select i.id, i.amount_fen as "amountFen", i.expected_on as "expectedOn", i.document from expected_inflow i
    where i.source_id = ${sourceId} and ${STANDING} order by i.expected_on, i.noted_at`.execute(db);
  return rows;
}

/** Owner of an expected inflow, for `over`: the region of its source. */
export async function inflowOwner({ db }: Context, { params }: { params: { id: string } }): Promise<Owner | null> {
  const { rows } = await sql<{ region: string }>`
    select s.region from expected_inflow i join fund_source s on s.id = i.source_id where i.id = ${params.id}`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The standing inflow that is to be replaced; locks its source, so that two officers don't replace it at once. */
export async function standingInflow(context: Context, id: string): Promise<Inflow & { sourceId: string }> {
  const { rows } = await sql<Inflow & { sourceId: string }>`
    select i.id, i.source_id as "sourceId", i.amount_fen as "amountFen", i.expected_on as "expectedOn", i.document
    from expected_inflow i join fund_source s on s.id = i.source_id where i.id = ${id} and ${STANDING} for update of s`.execute(
    context.db,
  );
  const [found] = rows;
  if (!found) throw conflict("inflow-not-standing", "这项计划拨入已被更改或已结束。请刷新页面，在最新的一项上办理。");
  return found;
}

/** Refuses a day that can't be expected: past, or more than two years away. */
export function requireExpectedDay(on: CivilDate, today: CivilDate): void {
  const limit = `${Number(today.slice(0, 4)) + 2}${today.slice(4)}`;
  if (on >= today && on <= limit) return;
  const detail =
    on < today ? "预计到位的日期已经过去，请填今天或以后的日期" : "预计到位的日期在两年以后，请核对文件上的日期";
  throw unacceptable("expected-day", `${detail}。`, [{ pointer: "/expectedOn", detail }]);
}
