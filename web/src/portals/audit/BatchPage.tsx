import { stateWord } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { BatchPayments } from "../../features/fund/BatchPayments.tsx";
import { BatchSums } from "../../features/fund/BatchSums.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";

/** One batch, to read: who made it, who released it, the digest of the bank's file, and every payment in it. */
export default function BatchPage(): ReactElement {
  const { id = "" } = useParams();
  const batch = useApi(api.batches.show, { params: { id }, query: {} });
  return (
    <QueryView query={batch} lines={10}>
      {(data) => (
        <StaffPage
          title={`拨付批次 ${data.number}`}
          intro={
            <StatusMark kind={stateWord("payment-batch", data.state).kind}>
              {stateWord("payment-batch", data.state).label}
            </StatusMark>
          }
        >
          <BatchSums batch={data} />
          <BatchPayments batch={data} portal="/audit" />
        </StaffPage>
      )}
    </QueryView>
  );
}
