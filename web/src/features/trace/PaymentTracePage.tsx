import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { TraceLine } from "../../kit/staff/TraceLine.tsx";
import { claimNodes } from "./claim-nodes.tsx";
import { evidenceNodes } from "./evidence-nodes.tsx";
import { batchNode, ledgerNode, paymentNode } from "./money-nodes.tsx";
import { TraceActions } from "./TraceActions.tsx";
import { usePortalBase } from "./use-portal-base.ts";

/** Trace of a payment down to the attendance marks that earned it, fully expanded. */
export default function PaymentTracePage(): ReactElement {
  const { id = "" } = useParams();
  const base = usePortalBase();
  const trace = useApi(api.trace.payment, { params: { id } });
  return (
    <StaffPage
      title={trace.data === undefined ? "付款追溯" : `付款 ${trace.data.payment.number}`}
      intro="从这一笔钱，一直到挣得它的那次签到。"
      actions={<TraceActions />}
    >
      <QueryView query={trace} lines={12}>
        {(data) => (
          <div className="max-w-[68rem] pt-2">
            <TraceLine
              label="从付款到依据"
              nodes={[
                paymentNode(data.payment),
                ledgerNode(data.ledger),
                batchNode(data.batch, base),
                ...claimNodes(data, `${base}/claims/${data.claim.id}`),
                ...evidenceNodes(data, base),
              ]}
            />
          </div>
        )}
      </QueryView>
    </StaffPage>
  );
}
