import { stateWord } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { type BatchPayment, BatchPayments } from "../../features/fund/BatchPayments.tsx";
import { BatchSums, type Batch } from "../../features/fund/BatchSums.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { BankFileButton } from "./BankFileButton.tsx";
import { BatchAct, type BatchActName } from "./BatchAct.tsx";
import { TakeOutDialog } from "./TakeOutDialog.tsx";

interface Offer {
  act: BatchActName;
  label: string;
  secondary?: boolean;
}

/** This officer's actions on the batch. The maker never releases. */
function offersOf(batch: Batch, myName: string | undefined): Offer[] {
  switch (batch.state) {
    case "draft":
      return [
        { act: "submission", label: "提交放款复核" },
        { act: "cancellation", label: "作废批次", secondary: true },
      ];
    case "submitted":
      return batch.madeBy === myName
        ? [{ act: "cancellation", label: "作废批次", secondary: true }]
        : [
            { act: "release", label: "复核放款" },
            { act: "return", label: "退回编制人", secondary: true },
          ];
    case "released":
      return [{ act: "dispatch", label: "送银行" }];
    default:
      return [];
  }
}

/** One batch: its sums, its payments, and the next step. */
export default function BatchPage(): ReactElement {
  const { id = "" } = useParams();
  const session = useSession();
  const batch = useApi(api.batches.show, { params: { id }, query: {} });
  const [act, setAct] = useState<BatchActName | null>(null);
  const [taking, setTaking] = useState<BatchPayment | null>(null);
  return (
    <QueryView query={batch}>
      {(data) => (
        <StaffPage
          title={`拨付批次 ${data.number}`}
          intro={
            <StatusMark kind={stateWord("payment-batch", data.state).kind}>
              {stateWord("payment-batch", data.state).label}
            </StatusMark>
          }
          actions={
            <>
              {data.bankFileDigest !== null && <BankFileButton batch={data} />}
              {offersOf(data, session.data?.account?.name).map((offer) => (
                <Button
                  key={offer.act}
                  variant={offer.secondary === true ? "secondary" : "primary"}
                  onClick={() => setAct(offer.act)}
                >
                  {offer.label}
                </Button>
              ))}
            </>
          }
        >
          <BatchSums batch={data} />
          <BatchPayments
            batch={data}
            portal="/finance"
            {...(["draft", "submitted", "released"].includes(data.state) ? { onTakeOut: setTaking } : {})}
          />
          {taking !== null && <TakeOutDialog payment={taking} onClose={() => setTaking(null)} />}
          {act !== null && <BatchAct act={act} batch={data} onClose={() => setAct(null)} />}
        </StaffPage>
      )}
    </QueryView>
  );
}
