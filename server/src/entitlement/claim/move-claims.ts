import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { moveState } from "../../kernel/states.ts";
import { claimStates, type ClaimState } from "../claim-states.ts";

interface MoveOptions {
  reason?: string;
  from?: readonly ClaimState[];
}

/** Moves one claim and notifies its person after the commit. Returns the state it was in. */
export async function moveClaim(
  context: Context,
  id: string,
  to: ClaimState,
  options: MoveOptions = {},
): Promise<ClaimState> {
  const before = await moveState(context, claimStates, id, to, options);
  await context.db.updateTable("claim").set({ updated_at: context.now }).where("id", "=", id).execute();
  await announce(context, [id], to, options.reason);
  return before;
}

/** Moves many claims, all or none; the first that can't move is named. */
export async function moveClaims(
  context: Context,
  ids: readonly string[],
  to: ClaimState,
  options: MoveOptions = {},
): Promise<void> {
  if (ids.length === 0) return;
  const locked = await sql<{ id: string; number: string; state: ClaimState }>`
    select id, number, state from claim where id = any(${[...ids]}::uuid[]) order by id for update`.execute(context.db);
  if (locked.rows.length !== new Set(ids).size) throw notFound("其中的补贴申请");
  for (const { number, state } of locked.rows) {
    if (!claimStates.states[state].to.includes(to) || (options.from && !options.from.includes(state))) {
      throw conflict(
        "claim-state",
        `补贴申请 ${number} 当前为“${claimStates.states[state].label}”，不能变为“${claimStates.states[to].label}”。请刷新后重新选择。`,
        { state, number },
      );
    }
  }
  await sql`select set_config('app.reason', ${options.reason ?? ""}, true)`.execute(context.db);
  await sql`update claim set state = ${to}, updated_at = ${context.now} where id = any(${[...ids]}::uuid[])`.execute(
    context.db,
  );
  await announce(context, ids, to, options.reason);
}

/** Each step of a claim is announced to its person (see `notices.ts`), so that no name is used without its owner knowing. */
export async function announce(
  context: Context,
  claimIds: readonly string[],
  state: ClaimState,
  reason?: string,
): Promise<void> {
  await context.emit("claims-moved", { claimIds, state, ...(reason === undefined ? {} : { reason }) });
}
