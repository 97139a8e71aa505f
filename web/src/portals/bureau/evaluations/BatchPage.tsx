import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { BatchView } from "../../../features/evaluations/BatchView.tsx";
import { BatchPrints } from "../../../features/evaluations/BatchPrints.tsx";
import { CandidatesTable } from "../../../features/evaluations/CandidatesTable.tsx";
import type { Batch } from "../../../features/evaluations/words.ts";
import { Button } from "../../../kit/Button.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { SupervisorDialog } from "./SupervisorDialog.tsx";

const LIVE_MS = 30_000;
type Act = "approved" | "rejected" | "stop" | "resume" | "cancel" | "supervisor";

const WORDS: Record<Exclude<Act, "supervisor">, { title: string; action: string; consequences: string[] }> = {
  approved: {
    title: "批准认定计划",
    action: "批准计划",
    consequences: ["评价机构可以公布、报名和编排考场。", "开考前平台还会逐条核对规则，缺一条都不能开考。"],
  },
  rejected: {
    title: "不批准认定计划",
    action: "退回计划",
    consequences: ["评价机构看到意见，更正后可以重新提交。"],
  },
  stop: {
    title: "叫停这个批次",
    action: "立即叫停",
    consequences: [
      "任何一步都不能往下办，直到另一位人员恢复。",
      "评价机构马上收到通知；已公布的，考生和派出人员也会收到。",
    ],
  },
  resume: {
    title: "恢复这个批次",
    action: "恢复",
    consequences: ["批次从停下的地方接着办。叫停的人不能恢复，须由另一位人员办理。"],
  },
  cancel: {
    title: "取消这个批次",
    action: "取消批次",
    consequences: ["批次不能恢复，考场释放，考生和派出人员收到通知。", "记入评价机构的信用事项。"],
  },
};

/** One batch for the bureau: read before it runs, supervised while it runs. */
export default function BatchPage(): ReactElement {
  const { id = "" } = useParams();
  const batch = useApi(api.evaluationBatches.show, { params: { id } }, { refetchInterval: LIVE_MS });
  return (
    <StaffPage
      title="认定批次"
      actions={
        <Button variant="secondary" to="/bureau/evaluation-batches">
          回到批次
        </Button>
      }
    >
      <QueryView query={batch} lines={12}>
        {(shown) => <Supervised batch={shown} />}
      </QueryView>
    </StaffPage>
  );
}

function Supervised({ batch }: { batch: Batch }): ReactElement {
  const reviewer = useSession().data?.account?.role === "reviewer";
  const [act, setAct] = useState<Act | null>(null);
  const over = ["archived", "cancelled"].includes(batch.state);
  const staffed = ["approved", "published", "running"].includes(batch.state);
  return (
    <BatchView
      batch={batch}
      office
      actions={
        reviewer &&
        !over && (
          <>
            {batch.state === "pending" && batch.stopped === null && (
              <>
                <Button onClick={() => setAct("approved")}>批准计划</Button>
                <Button variant="secondary" onClick={() => setAct("rejected")}>
                  退回计划
                </Button>
              </>
            )}
            {staffed && (
              <Button variant="secondary" onClick={() => setAct("supervisor")}>
                派外部督导
              </Button>
            )}
            {batch.stopped === null ? (
              <Button variant="danger" onClick={() => setAct("stop")}>
                叫停
              </Button>
            ) : (
              <Button onClick={() => setAct("resume")}>恢复</Button>
            )}
            {batch.state !== "issued" && (
              <Button variant="quiet" onClick={() => setAct("cancel")}>
                取消批次
              </Button>
            )}
          </>
        )
      }
    >
      <BatchPrints batch={batch} />
      <CandidatesTable batchId={batch.id} />
      {act === "supervisor" ? (
        <SupervisorDialog batchId={batch.id} onClose={() => setAct(null)} />
      ) : (
        act !== null && <ReasonedAct batch={batch} act={act} onClose={() => setAct(null)} />
      )}
    </BatchView>
  );
}

function ReasonedAct({
  batch,
  act,
  onClose,
}: {
  batch: Batch;
  act: Exclude<Act, "supervisor">;
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const settings = {
    refresh: [api.evaluationBatches.show, api.evaluationBatches.list],
    onSuccess: () => {
      tell("已办理");
      onClose();
    },
  };
  const decide = useChange(api.evaluationBatches.decide, settings);
  const stop = useChange(api.evaluationBatches.stop, settings);
  const resume = useChange(api.evaluationBatches.resume, settings);
  const cancel = useChange(api.evaluationBatches.cancel, settings);
  const params = { id: batch.id };
  const verdict = act === "approved" || act === "rejected";
  const change = verdict ? decide : { stop, resume, cancel }[act];
  function confirm(reason: string): void {
    if (act === "approved" || act === "rejected") decide.mutate({ params, body: { verdict: act, reason } });
    else if (act === "stop") stop.mutate({ params, body: { reason } });
    else if (act === "resume") resume.mutate({ params, body: { reason } });
    else cancel.mutate({ params, body: { reason } });
  }
  return (
    <ActDialog
      {...WORDS[act]}
      danger={act === "stop" || act === "cancel"}
      label={verdict ? "审核意见" : "原因"}
      readBy="评价机构会看到"
      rules={contractOf(api.evaluationBatches.stop)}
      busy={change.isPending}
      error={change.error}
      onClose={onClose}
      onConfirm={confirm}
    />
  );
}
