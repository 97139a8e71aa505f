import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { TraceLine, type TraceNode } from "../../kit/staff/TraceLine.tsx";
import { claimNodes } from "./claim-nodes.tsx";
import { evidenceNodes } from "./evidence-nodes.tsx";
import { batchNode, ledgerNode, paymentNode } from "./money-nodes.tsx";
import { TraceActions } from "./TraceActions.tsx";
import type { ClaimTrace } from "./trace-types.ts";
import { usePortalBase } from "./use-portal-base.ts";

/** Trace of a claim both ways: its payments above, its evidence below. */
export default function ClaimTracePage(): ReactElement {
  const { id = "" } = useParams();
  const base = usePortalBase();
  const trace = useApi(api.trace.claim, { params: { id } });
  return (
    <StaffPage
      title={trace.data === undefined ? "补贴申请追溯" : `补贴申请 ${trace.data.claim.number}`}
      intro="上面是它带来的钱，下面是它依据的事实。"
      actions={<TraceActions />}
    >
      <QueryView query={trace} lines={12}>
        {(data) => (
          <div className="max-w-[68rem] pt-2">
            <TraceLine
              label="补贴申请的来龙去脉"
              nodes={[...moneyNodes(data, base), ...claimNodes(data), ...evidenceNodes(data, base)]}
            />
          </div>
        )}
      </QueryView>
    </StaffPage>
  );
}

function moneyNodes({ payments, ledger }: ClaimTrace, base: string): TraceNode[] {
  if (payments.length === 0)
    return [
      { id: "no-payment", icon: "money", kind: "付款", title: "还没有付款" },
      ...(ledger.length === 0 ? [] : [ledgerNode(ledger)]),
    ];
  return [
    ...payments.flatMap(({ payment, batch }) => [
      paymentNode(payment, `${base}/payments/${payment.id}`),
      batchNode(batch, base),
    ]),
    ledgerNode(ledger),
  ];
}
