import { sql } from "../../kernel/database.ts";
import type { Verifier } from "../../kernel/module.ts";
import type { Services } from "../../kernel/services.ts";
import { GRANTED } from "../claim-states.ts";
import { storedCase } from "../programme/trace.ts";
import { RETURNED_DAYS } from "../claim/returned-days.ts";
import { slotsOf, type SlotWant } from "./slot-rules.ts";

const PART = 5_000;

interface SlotRow {
  id: string;
  number: string;
  state: string;
  person_id: string | null;
  approved_fen: number | null;
  already_fen: number;
  supplements: string | null;
  amount_fen: number;
  facts: unknown;
  policy_digest: string;
  principal_id: string | null;
  returned_days: string[];
  slots: { rule: string; key: string; side: string; person: string }[];
}

/** Approved claims hold the slots and amount of their decision; no other claim holds any. */
export const slotVerifier: Verifier = {
  name: "补贴名额与核定金额",
  async run(services) {
    const differences: string[] = [];
    let checked = 0;
    for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
      const found = await sql<SlotRow>`
        select c.id, c.number, c.state, c.person_id, c.approved_fen, c.already_fen, c.supplements, d.amount_fen, d.facts, d.policy_digest,
          (select s.principal_id from enrolment e join substitution s on s.id = e.substitution_id where e.id = c.enrolment_id) as principal_id,
          ${RETURNED_DAYS} as returned_days,
          (select coalesce(json_agg(json_build_object('rule', s.rule, 'key', s.key, 'side', s.side, 'person', s.person_id)), '[]')
           from benefit_slot s where s.claim_id = c.id) as slots
        from claim c join claim_decision d on d.id = c.decision_id
        where c.id > ${after}::uuid and (c.state = any(${[...GRANTED]}::text[]) or exists (select from benefit_slot s where s.claim_id = c.id))
        order by c.id limit ${PART}`.execute(services.database);
      for (const row of found.rows)
        differences.push(...slotDifferences(services, row).map((text) => `${row.number}：${text}`));
      checked += found.rows.length;
      const last = found.rows.at(-1);
      if (found.rows.length < PART || !last) return { checked, differences };
      after = last.id;
    }
  },
};

function slotDifferences(services: Services, row: SlotRow): string[] {
  if (!GRANTED.some((state) => state === row.state)) return [`状态为 ${row.state}，却仍占有名额`];
  const found: string[] = [];
  const given = Math.max(0, row.amount_fen - row.already_fen);
  if (row.approved_fen !== given) found.push(`核定 ${String(row.approved_fen)} 分，裁定 ${given} 分`);
  const stored = storedCase(services, row);
  if (!stored || row.person_id === null) return found;
  if (row.supplements !== null) return row.slots.length > 0 ? [...found, "补发差额的申请不另占名额"] : found;
  const wants = slotsOf(stored.policy, stored.facts, row.returned_days);
  const holders = row.principal_id === null ? [row.person_id] : [row.person_id, row.principal_id];
  return [
    ...found,
    ...holders.flatMap((holder) =>
      missingSlots(
        wants,
        row.slots.filter(({ person }) => person === holder),
      ),
    ),
  ];
}

function missingSlots(wants: readonly SlotWant[], held: SlotRow["slots"]): string[] {
  return wants.flatMap((want) => {
    const own = held.filter(
      (slot) => slot.rule === want.rule && slot.key === want.key && slot.side === want.side,
    ).length;
    const enough = want.partial ? own >= 1 && own <= want.count : own === want.count;
    return enough ? [] : [`“${want.rule} ${want.key}”应占 ${want.count} 个名额，实占 ${own} 个`];
  });
}
