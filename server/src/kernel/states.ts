import type { StateWord } from "@jinengtong/words";
import type { Context } from "./context.ts";
import { sql, type Tables } from "./database.ts";
import { conflict, notFound } from "./problem.ts";

/** A state machine: its name in state_transition, and every state with its Chinese label and next states. '' is creation. */
export interface StateMachine<S extends string> {
  machine: string;
  noun: string;
  table: keyof Tables;
  birth: readonly S[];
  states: Record<S, { label: string; to: readonly S[] }>;
}

/** A machine as its module declares it: labels from `@jinengtong/words`, and the next states of each state. */
interface Declared<S extends string> {
  machine: string;
  noun: string;
  table: keyof Tables;
  birth: readonly NoInfer<S>[];
  words: Readonly<Record<S, StateWord>>;
  moves: Readonly<Record<NoInfer<S>, readonly NoInfer<S>[]>>;
}

/** Declares a state machine. The database must allow the same moves: `house.test.ts` compares them. */
export function defineStates<S extends string>({ words, moves, ...machine }: Declared<S>): StateMachine<S> {
  const states = Object.fromEntries(
    (Object.keys(words) as S[]).map((state) => [state, { label: words[state].label, to: moves[state] }]),
  ) as StateMachine<S>["states"];
  return { ...machine, states };
}

/** All (from, to) pairs, creation included, as state_transition must hold them. */
export function transitionsOf(machine: StateMachine<string>): [string, string][] {
  return [
    ...machine.birth.map((to): [string, string] => ["", to]),
    ...Object.entries(machine.states).flatMap(([from, { to }]) => to.map((next): [string, string] => [from, next])),
  ];
}

/**
 * Moves a record to another state in the caller's transaction: locks and re-reads it, refuses with the current state's label, and
 * leaves the reason in state_history (written by the trigger).
 */
export async function moveState<S extends string>(
  context: Context,
  machine: StateMachine<S>,
  id: string,
  to: NoInfer<S>,
  options: { reason?: string; from?: readonly NoInfer<S>[] } = {},
): Promise<NoInfer<S>> {
  const table = sql.table(machine.table);
  const found = await sql<{ state: S }>`select state from ${table} where id = ${id} for update`.execute(context.db);
  const state = found.rows[0]?.state;
  if (state === undefined) throw notFound(machine.noun);
  if (!machine.states[state].to.includes(to) || (options.from && !options.from.includes(state))) {
    throw conflict(
      `${machine.machine}-state`,
      `${machine.noun}当前为“${machine.states[state].label}”，不能变为“${machine.states[to].label}”。请刷新页面查看最新状态。`,
      { state },
    );
  }
  await sql`select set_config('app.reason', ${options.reason ?? ""}, true)`.execute(context.db);
  await sql`update ${table} set state = ${to} where id = ${id}`.execute(context.db);
  return state;
}
