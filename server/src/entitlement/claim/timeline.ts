import { z } from "zod";
import { sql, type Database } from "../../kernel/database.ts";
import { Instant } from "../../kernel/shapes.ts";
import { claimStates, type ClaimState, OFFICE } from "../claim-states.ts";
import { State } from "./claim-rows.ts";

/** One step of a claim: time, reason, and who must act. */
export const Step = z.strictObject({
  state: State,
  label: z.string(),
  at: Instant,
  reason: z.string().nullable(),
  office: z.string(),
});

export async function stepsOf(db: Database, claimId: string): Promise<z.output<typeof Step>[]> {
  const found = await sql<{ to_state: ClaimState; at: Date; reason: string | null }>`
    select to_state, at, reason from state_history where machine = 'claim' and subject_id = ${claimId} order by id`.execute(
    db,
  );
  return found.rows.map(({ to_state, at, reason }) => ({
    state: to_state,
    label: claimStates.states[to_state].label,
    at: at.toISOString(),
    reason,
    office: OFFICE[to_state],
  }));
}
