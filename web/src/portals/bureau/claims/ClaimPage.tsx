import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link, useParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Money } from "../../../kit/Money.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { AskCancellationDialog } from "./AskCancellationDialog.tsx";
import { CancellationNotice } from "./CancellationNotice.tsx";
import { ClaimCase } from "./ClaimCase.tsx";
import { ClawbackDialog } from "./ClawbackDialog.tsx";
import { OwnReviewNotice } from "./OwnReviewNotice.tsx";
import { ReviewActions } from "./ReviewActions.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

/** One claim on a page of its own, with whatever may be done with it as it stands. */
export default function ClaimPage(): ReactElement {
  const { id = "" } = useParams();
  const claim = useApi(api.claims.show, { params: { id } });
  const [dialog, setDialog] = useState<"cancel" | "clawback" | null>(null);
  const data = claim.data;
  return (
    <StaffPage
      title={data === undefined ? "补贴申请" : `补贴申请 ${data.claim.number}`}
      intro={
        <Link to="/bureau/claims" className="text-accent underline underline-offset-3">
          全部申请
        </Link>
      }
      actions={
        <>
          <Button variant="secondary" icon="link" to={`/bureau/claims/${id}/trace`}>
            追溯
          </Button>
          <Button variant="secondary" icon="print" to={`/bureau/claims/${id}/sheet`}>
            审批表
          </Button>
          {data !== undefined && mayCancel(data) && (
            <Button variant="danger" onClick={() => setDialog("cancel")}>
              提出撤销
            </Button>
          )}
          {data?.claim.state === "paid" && (
            <Button variant="danger" onClick={() => setDialog("clawback")}>
              发出追回通知
            </Button>
          )}
        </>
      }
    >
      <div className="rounded-md border border-line bg-sheet p-4 lg:p-6">
        <ClaimCase
          id={id}
          wide
          renderActions={(shown) =>
            ["submitted", "first-passed"].includes(shown.claim.state) ? (
              <ReviewActions claim={shown} onDone={() => undefined} />
            ) : undefined
          }
          renderNotice={(shown) => (
            <>
              <OwnReviewNotice claim={shown} />
              <CancellationNotice claim={shown} />
              {shown.claim.state === "recovering" && (
                <p className="mt-4 text-ink-2">
                  已付 <Money fen={shown.claim.paidFen ?? 0} exact /> 正在追回，进度见
                  <Link to="/bureau/clawbacks" className="text-accent underline underline-offset-3">
                    追回
                  </Link>
                  。
                </p>
              )}
            </>
          )}
        />
      </div>
      {dialog === "cancel" && data !== undefined && (
        <AskCancellationDialog claim={data} onClose={() => setDialog(null)} />
      )}
      {dialog === "clawback" && data !== undefined && <ClawbackDialog claim={data} onClose={() => setDialog(null)} />}
    </StaffPage>
  );
}

const mayCancel = (data: Claim): boolean =>
  ["approved", "publicised", "objected", "payable"].includes(data.claim.state) &&
  !data.cancellations.some((one) => one.agreed === null);
