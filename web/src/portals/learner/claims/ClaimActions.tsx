import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { AskAgain } from "../../../features/claims/AskAgain.tsx";
import { ConfirmClaimDialog } from "../../../features/person/ConfirmClaimDialog.tsx";
import { StopClaimDialog } from "./StopClaimDialog.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

/** The person's actions on a claim; none if an organisation claims in their name. */
export function ClaimActions({ data, onAppeal }: { data: Claim; onAppeal: () => void }): ReactElement | null {
  const { claim } = data;
  const [asked, setAsked] = useState<"confirm" | "decline" | "withdraw" | null>(null);
  if (claim.payeeKind === "organisation" || claim.organisationName !== null) {
    return (
      <p className="mt-4 border-t border-line pt-3 text-sm text-ink-2">
        这笔补贴由{claim.organisationName ?? "单位"}申请，付给单位。您可以查看，觉得不对可以提异议。
      </p>
    );
  }
  const mine = claim.state === "prepared" || claim.state === "returned";
  const reason = data.steps.at(-1)?.reason;
  return (
    <div className="mt-4 border-t border-line pt-4 empty:hidden">
      {mine && (
        <>
          <p className="mb-4">
            {claim.state === "prepared"
              ? "平台已按您的记录备好申请。核对下面的条件和依据，没有问题就确认。"
              : `申请被退回补正${reason === null || reason === undefined ? "" : `：${reason}`}。改好后重新提交。`}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => setAsked("confirm")}>
              {claim.state === "prepared" ? "核对好了，去确认" : "重新提交"}
            </Button>
            <Button variant="quiet" onClick={() => setAsked(claim.state === "prepared" ? "decline" : "withdraw")}>
              {claim.state === "prepared" ? "我不要这笔补贴" : "撤回申请"}
            </Button>
          </div>
        </>
      )}
      {claim.state === "submitted" && (
        <Button variant="quiet" onClick={() => setAsked("withdraw")}>
          撤回申请
        </Button>
      )}
      {claim.mayAskAgain && <AskAgain claim={claim} />}
      {claim.state === "refused" && (
        <>
          <p className="mb-4">
            {reason === null || reason === undefined ? "这笔申请没有通过。" : `没有通过，理由：${reason}`}
            不服可以申诉，由人社部门重新核查。
          </p>
          <Button onClick={onAppeal}>提出申诉</Button>
        </>
      )}
      {asked === "confirm" && <ConfirmClaimDialog data={data} onClose={() => setAsked(null)} />}
      {(asked === "decline" || asked === "withdraw") && (
        <StopClaimDialog claim={claim} kind={asked} onClose={() => setAsked(null)} />
      )}
    </div>
  );
}
