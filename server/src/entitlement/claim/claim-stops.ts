import type { Context } from "../../kernel/context.ts";
import { type Database, sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";
import { heldBecause, holdsOn } from "./claim-holds.ts";

/** Causes for which a claim may not be paid, as the database's `claim_stop` names them, in a few words and in a sentence. */
const STOPS = {
  "claim-objected": { label: "有异议未答复", sentence: "有尚未答复的异议，答复前不能拨付。" },
  "claim-cancellation-open": { label: "撤销待确认", sentence: "有待人社部门确认的撤销，确认前不能拨付。" },
  "certificate-revoked": { label: "证书已撤销", sentence: "所依据的证书已撤销，须由人社部门处理后才能拨付。" },
  "claim-held": { label: "疑点未处置", sentence: "涉及已确认的疑点，处置前不能拨付。" },
} as const;
type StopCode = keyof typeof STOPS;

export interface Stop {
  number: string;
  code: StopCode;
  label: string;
  /** The whole reason, naming the anomaly of a hold. */
  sentence: string;
  anomalyId?: string;
}

/** Reason why each of these claims may not be paid now; claims without one are not in the answer. */
export async function stopsOn(db: Database, claimIds: readonly string[]): Promise<Map<string, Stop>> {
  const { rows } = await sql<{ id: string; number: string; code: StopCode }>`
    select * from (
      select c.id, c.number, claim_stop(c.id, c.class_id, c.person_id, c.organisation_id, c.certificate_id) as code
      from claim c where c.id = any(${[...claimIds]}::uuid[])) as each
    where code is not null order by number`.execute(db);
  const held = rows.some((row) => row.code === "claim-held") ? await holdsOn(db, claimIds) : null;
  return new Map(
    rows.map(({ id, number, code }) => {
      const hold = code === "claim-held" ? held?.get(id) : undefined;
      const { label, sentence } = STOPS[code];
      return [
        id,
        hold
          ? { number, code, label, sentence: heldBecause(hold.title), anomalyId: hold.causeId }
          : { number, code, label, sentence },
      ];
    }),
  );
}

/** Refusal that names a stopped claim, the reason and the way out. */
export const stopped = ({ number, code, sentence, anomalyId }: Stop) =>
  conflict(code, `补贴申请 ${number} ${sentence}可以先把这一笔移出本批，其余照付。`, {
    number,
    ...(anomalyId === undefined ? {} : { anomalyId }),
  });

/** Refuses if any of these claims may not be paid, naming the first and its reason. */
export async function refuseStopped(context: Context, claimIds: readonly string[]): Promise<void> {
  const [first] = (await stopsOn(context.db, claimIds)).values();
  if (first) throw stopped(first);
}
