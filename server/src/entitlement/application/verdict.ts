import { z } from "zod";
import { Fen, Id } from "../../kernel/shapes.ts";
import type { VersionedDecision } from "../case/claim-decisions.ts";

export const Outcome = z.enum(["granted", "refused", "incomplete"]);

/** Result of a submission. */
export const Verdict = z.strictObject({
  id: Id,
  number: z.string(),
  outcome: Outcome,
  amountFen: Fen.describe("按现有记录可享受的金额（分），不能享受为 0"),
});

export const verdictOf = ({
  claimId,
  facts,
  decision,
}: Pick<VersionedDecision, "claimId" | "facts" | "decision">): z.output<typeof Verdict> => ({
  id: claimId,
  number: facts.id,
  outcome: decision.outcome,
  amountFen: decision.amountFen ?? 0,
});
