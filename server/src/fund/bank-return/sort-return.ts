import type { CivilDate } from "@jinengtong/standards";
import type { z } from "zod";
import type { Problematic, ReturnLine } from "./bank-return.ts";
import { implausibleDay } from "../books/money-day.ts";

type Line = z.output<typeof ReturnLine>;
type Outcome = Line["outcome"];

/** A payment that the bank's return names, with what was booked for it so far. */
export interface ReturnedPayment {
  id: string;
  number: string;
  batch_id: string;
  claim_id: string;
  amount_fen: number;
  state: string;
  source_id: string;
  made_by: string;
  released_on: CivilDate | null;
  booked: ReadonlyMap<Outcome, { reference: string | null; on: string | null }>;
}

/** A line to book. `late`: sent back after it had arrived. */
export interface Settled {
  payment: ReturnedPayment;
  line: Line;
  late: boolean;
}

export interface SortedReturn {
  paid: Settled[];
  returned: Settled[];
  repeated: number;
  setAside: z.output<typeof Problematic>[];
}

const WORD: Record<Outcome, string> = { paid: "到账", returned: "退回" };

/**
 * Sorts the lines of a bank return by the order of their days: what is booked, what was booked before, and what is set aside with its
 * reason. Two lines of one payment are booked one after the other if that is possible (arrived, then sent back).
 */
export function sortReturn(
  lines: readonly Line[],
  payments: ReadonlyMap<string, ReturnedPayment>,
  given: {
    today: CivilDate;
    /** Payment of each bank reference that was booked before. */
    references: ReadonlyMap<string, string>;
    /** May this officer take back an arrival of a batch made by that account? */
    mayTakeBack: (maker: string) => boolean;
  },
): SortedReturn {
  const sorted: SortedReturn = { paid: [], returned: [], repeated: 0, setAside: [] };
  const booked = new Map<string, Map<Outcome, { reference: string | null; on: string | null }>>();
  const references = new Map(given.references);
  for (const line of lines.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const payment = payments.get(line.paymentNumber);
    const history = payment && (booked.get(payment.id) ?? new Map(payment.booked));
    const judged =
      payment && history ? judge(line, payment, history, references, given) : "没有这笔付款，请核对付款编号";
    if (typeof judged === "string") sorted.setAside.push({ paymentNumber: line.paymentNumber, reason: judged });
    else if (judged === null) sorted.repeated += 1;
    else {
      history?.set(line.outcome, { reference: line.bankReference, on: line.on });
      if (history) booked.set(judged.payment.id, history);
      references.set(line.bankReference, judged.payment.id);
      sorted[line.outcome].push(judged);
    }
  }
  return sorted;
}

/** The line to book, null for a repetition, or the reason why it is set aside. */
function judge(
  line: Line,
  payment: ReturnedPayment,
  history: ReadonlyMap<Outcome, { reference: string | null; on: string | null }>,
  references: ReadonlyMap<string, string>,
  given: { today: CivilDate; mayTakeBack: (maker: string) => boolean },
): Settled | string | null {
  if (payment.amount_fen !== line.amountFen) return "金额与付款不符，未入账，请与银行核对";
  const before = history.get(line.outcome);
  if (before) {
    if (before.reference === null || before.reference === line.bankReference) return null;
    return `已按流水号 ${before.reference} 登记${WORD[line.outcome]}，本行流水号不同，请与银行核对`;
  }
  if (history.has("returned")) return "这笔付款已登记退回，不能再登记到账，请与银行核对";
  if (!["sent", "paid"].includes(payment.state)) return "付款尚未送银行或已移出批次，不能登记结果";
  const owner = references.get(line.bankReference);
  if (owner !== undefined && owner !== payment.id)
    return `银行流水号 ${line.bankReference} 已用于另一笔付款，请核对回单`;
  const arrived = history.get("paid");
  const implausible = implausibleDay(
    line.on,
    given.today,
    arrived?.on != null
      ? { day: arrived.on, what: "这笔款到账的日期" }
      : { day: payment.released_on ?? given.today, what: "放款的日期" },
  );
  if (implausible !== null) return implausible;
  if (arrived && !given.mayTakeBack(payment.made_by))
    return "到账后又退回的，须由编制批次以外的财政人员登记，或上传银行回单文件";
  return { payment, line, late: arrived !== undefined };
}
