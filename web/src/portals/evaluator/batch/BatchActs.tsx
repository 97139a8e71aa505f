import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import type { Batch } from "../../../features/evaluations/words.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../../kit/form.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { PlanDialog } from "./PlanDialog.tsx";
import { PaperActs } from "./PaperActs.tsx";
import { ReceiptDialog } from "./ReceiptDialog.tsx";
import { RoomsDialog } from "./RoomsDialog.tsx";
import { StaffDialog } from "./StaffDialog.tsx";

const KEYS = {
  submit: api.evaluationBatches.submit,
  publish: api.evaluationBatches.publish,
  closeRegistration: api.evaluationBatches.closeRegistration,
  start: api.evaluationBatches.start,
  finish: api.evaluationBatches.finish,
  closeScores: api.evaluationBatches.closeScores,
  publicise: api.evaluationBatches.publicise,
  issue: api.evaluationBatches.issue,
  archive: api.evaluationBatches.archive,
  cancel: api.evaluationBatches.cancel,
} as const;
type Plain = keyof typeof KEYS;

const WORDS: Record<Plain, { title: string; action: string; consequences: string[]; reason?: "late" | "must" }> = {
  submit: {
    title: "提交认定计划",
    action: "提交计划",
    consequences: ["人社部门审核；审核期间不能改考生和计划。"],
    reason: "late",
  },
  publish: { title: "公布批次", action: "公布", consequences: ["批次公开，可以继续报名，直到截止报名。"] },
  closeRegistration: {
    title: "截止报名",
    action: "截止报名",
    consequences: ["不能再增减考生，平台编准考证号。"],
    reason: "late",
  },
  start: {
    title: "开考",
    action: "开考",
    consequences: ["平台再核对一遍全部规则，缺一条都不能开考。", "开考后考评人员可以登记评分。"],
  },
  finish: { title: "结束考试", action: "结束考试", consequences: ["评分表和督导情况还可以补齐，然后确定成绩。"] },
  closeScores: {
    title: "确定成绩",
    action: "确定成绩",
    consequences: ["评分表从此不能再改；只有公示期的异议成立才能更正。"],
  },
  publicise: {
    title: "公示成绩",
    action: "开始公示",
    consequences: ["姓名遮盖后公开，考生收到通知，可以提出异议。", "公示期满、异议都答复后才能发证。"],
  },
  issue: {
    title: "发放证书",
    action: "发放证书",
    consequences: ["合格者的证书按编号规则连续编号，立即可查。", "能领补贴的，平台替持证人备好申请。"],
  },
  archive: {
    title: "归档",
    action: "归档",
    consequences: ["全部记录固定下来，算出摘要，以后一个字都不能改。"],
  },
  cancel: {
    title: "取消批次",
    action: "取消批次",
    consequences: ["批次不能恢复，考场释放，考生和派出人员收到通知。"],
    reason: "must",
  },
};

const NEXT: Partial<Record<Batch["state"], readonly Plain[]>> = {
  draft: ["submit"],
  rejected: ["submit"],
  approved: ["publish"],
  running: ["finish"],
  held: ["closeScores"],
  scored: ["publicise"],
  publicised: ["issue"],
};
const CANCELLABLE = new Set<Batch["state"]>(["draft", "pending", "rejected", "approved", "published"]);

/** The steps that a batch can take now. */
export function BatchActs({ batch }: { batch: Batch }): ReactElement | null {
  const [act, setAct] = useState<Plain | "plan" | "rooms" | "staff" | "receipt" | null>(null);
  const close = () => setAct(null);
  if (batch.stopped !== null) return null;
  const registered = batch.nodes.some(
    ({ node, metOn, skippedBecause }) => node === "registration" && (metOn !== null || skippedBecause !== null),
  );
  const steps: readonly Plain[] =
    batch.state === "published"
      ? registered
        ? ["start"]
        : ["closeRegistration"]
      : batch.state === "issued"
        ? batch.receipt === null
          ? []
          : ["archive"]
        : (NEXT[batch.state] ?? []);
  return (
    <>
      {steps.map((step) => (
        <Button key={step} onClick={() => setAct(step)}>
          {WORDS[step].action}
        </Button>
      ))}
      {batch.state === "issued" && batch.receipt === null && (
        <Button onClick={() => setAct("receipt")}>登记上传回执</Button>
      )}
      {["draft", "rejected"].includes(batch.state) && (
        <Button variant="secondary" onClick={() => setAct("plan")}>
          修改计划
        </Button>
      )}
      {batch.state === "published" && registered && (
        <Button variant="secondary" onClick={() => setAct("rooms")}>
          编排考场
        </Button>
      )}
      {["approved", "published"].includes(batch.state) && (
        <Button variant="secondary" onClick={() => setAct("staff")}>
          派员
        </Button>
      )}
      <PaperActs batch={batch} />
      {CANCELLABLE.has(batch.state) && (
        <Button variant="quiet" onClick={() => setAct("cancel")}>
          取消批次
        </Button>
      )}
      {act === "plan" && <PlanDialog batch={batch} onClose={close} />}
      {act === "rooms" && <RoomsDialog batch={batch} onClose={close} />}
      {act === "staff" && <StaffDialog batch={batch} onClose={close} />}
      {act === "receipt" && <ReceiptDialog batch={batch} onClose={close} />}
      {act !== null && act !== "plan" && act !== "rooms" && act !== "staff" && act !== "receipt" && (
        <PlainAct batch={batch} act={act} onClose={close} />
      )}
    </>
  );
}

function PlainAct({ batch, act, onClose }: { batch: Batch; act: Plain; onClose: () => void }): ReactElement {
  const tell = useToast();
  const { title, action, consequences, reason } = WORDS[act];
  const change = useChange(KEYS[act], {
    refresh: [
      api.evaluationBatches.show,
      api.evaluationBatches.list,
      api.evaluationCandidates.list,
      api.certificates.list,
    ],
    onSuccess: () => {
      tell(`${action}：已办理`);
      onClose();
    },
  });
  const form = useForm({
    initial: { reason: "" },
    rules: contractOf(reason === "must" ? api.evaluationBatches.cancel : api.evaluationBatches.submit),
    error: change.error,
  });
  const words = form.values.reason.trim();
  function confirm(): void {
    const body = reason !== undefined && words !== "" ? { reason: words } : {};
    change.mutate({ params: { id: batch.id }, body } as Parameters<typeof change.mutate>[0]);
  }
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={title}
      consequences={consequences}
      action={action}
      danger={act === "cancel"}
      busy={change.isPending}
      form={form}
      disabled={reason === "must" && words === ""}
      onConfirm={confirm}
    >
      {reason !== undefined && (
        <FormField
          name="reason"
          label={reason === "must" ? "原因" : "超期的理由"}
          required={reason === "must"}
          hint={reason === "must" ? "人社部门和考生会看到" : "过了时限才填，人社部门会看到"}
        >
          <TextArea rows={3} {...form.bind("reason")} />
        </FormField>
      )}
    </ConfirmSheet>
  );
}
