import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { RecallDialog } from "./RecallDialog.tsx";
import { ReviewDialog, type Verdict } from "./ReviewDialog.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

interface ReviewActionsProps {
  claim: Claim;
  onDone: () => void;
}

/** Whether this officer made the first review in force: then another officer does the second. */
export const isOwnFirstReview = (claim: Claim): boolean =>
  claim.claim.state === "first-passed" && claim.reviews.at(-1)?.mine === true;

/** Actions on a claim under review, with their keys. */
export function ReviewActions({ claim, onDone }: ReviewActionsProps): ReactElement | null {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [recalling, setRecalling] = useState(false);
  const { state } = claim.claim;
  const round = state === "submitted" ? 1 : state === "first-passed" ? 2 : null;
  const own = isOwnFirstReview(claim);
  const passable = claim.claim.openObjections === 0 && !claim.claim.held && claim.decision?.outcome !== "refused";
  const mayAct = round !== null && !own;
  useHotkeys({
    p: mayAct && passable ? () => setVerdict("pass") : undefined,
    r: mayAct ? () => setVerdict("return") : undefined,
    x: mayAct ? () => setVerdict("refuse") : undefined,
    u: own ? () => setRecalling(true) : undefined,
  });
  if (round === null) return null;
  if (own) {
    return (
      <>
        <Button disabled>复审通过</Button>
        <Button variant="secondary" hotkey="u" onClick={() => setRecalling(true)}>
          撤回我的初审意见
        </Button>
        {recalling && <RecallDialog claim={claim} onClose={() => setRecalling(false)} onDone={onDone} />}
      </>
    );
  }
  return (
    <>
      <Button hotkey="p" disabled={!passable} onClick={() => setVerdict("pass")}>
        {round === 1 ? "通过，转复审" : "复审通过"}
      </Button>
      <Button variant="secondary" hotkey="r" onClick={() => setVerdict("return")}>
        退回补正
      </Button>
      <Button variant="danger" hotkey="x" onClick={() => setVerdict("refuse")}>
        不予补贴
      </Button>
      {verdict !== null && (
        <ReviewDialog claim={claim} round={round} verdict={verdict} onClose={() => setVerdict(null)} onDone={onDone} />
      )}
    </>
  );
}
