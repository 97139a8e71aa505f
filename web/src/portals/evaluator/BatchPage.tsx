import type { ReactElement } from "react";
import { useParams } from "react-router";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { BatchPrints } from "../../features/evaluations/BatchPrints.tsx";
import { BatchView } from "../../features/evaluations/BatchView.tsx";
import { Button } from "../../kit/Button.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { BatchActs } from "./batch/BatchActs.tsx";
import { BatchCandidates } from "./batch/BatchCandidates.tsx";
import { BatchObjections } from "./batch/BatchObjections.tsx";
import { ScoreSheets } from "./batch/ScoreSheets.tsx";

const LIVE_MS = 30_000;

/** One batch for the body: the next step is offered, the rest is shown. */
export default function BatchPage(): ReactElement {
  const { id = "" } = useParams();
  const batch = useApi(api.evaluationBatches.show, { params: { id } }, { refetchInterval: LIVE_MS });
  return (
    <StaffPage
      title="认定批次"
      actions={
        <Button variant="secondary" to="/evaluation/batches">
          回到批次
        </Button>
      }
    >
      <QueryView query={batch} lines={12}>
        {(shown) => (
          <BatchView batch={shown} actions={<BatchActs batch={shown} />}>
            <BatchPrints batch={shown} />
            {["running", "held"].includes(shown.state) && <ScoreSheets batch={shown} />}
            {shown.objections.length > 0 && <BatchObjections batch={shown} />}
            <BatchCandidates batch={shown} />
          </BatchView>
        )}
      </QueryView>
    </StaffPage>
  );
}
