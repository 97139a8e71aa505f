import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { formatYuan } from "../../../kit/format.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { CLAIM_READS } from "./claim-reads.ts";
import type { Claim } from "../../../features/claims/claim.ts";

export type Verdict = "pass" | "return" | "refuse";

interface ReviewDialogProps {
  claim: Claim;
  round: 1 | 2;
  verdict: Verdict;
  onClose: () => void;
  onDone: () => void;
}

const REASONS = {
  return: [
    { value: "证书影像不清晰，请重新上传。", label: "证书影像不清晰" },
    { value: "收款账户户名与本人不一致，请核对后重新登记。", label: "收款账户与本人不一致" },
    { value: "考勤与课表不符，请培训机构核对更正后重新提交。", label: "考勤与课表不符" },
  ],
  refuse: [
    { value: "不符合补贴对象条件，具体见判定中“不满足”的条件。", label: "不符合补贴对象条件" },
    { value: "同一职业同一等级已享受过补贴。", label: "已享受过同类补贴" },
    { value: "经核查，培训记录不真实。", label: "培训记录不真实" },
  ],
} as const;

/** One review of a claim: pass, return, or refuse. */
export function ReviewDialog({ claim, round, verdict, onClose, onDone }: ReviewDialogProps): ReactElement {
  const tell = useToast();
  const { id, number, personName, organisationName, payeeKind } = claim.claim;
  const who = personName ?? organisationName ?? number;
  const amount = claim.decision?.amountFen ?? claim.claim.askedFen ?? 0;
  const settings = {
    refresh: CLAIM_READS,
    onAccepted: () => {
      tell(`${who}：${SAID[verdict][round]}`);
      onClose();
      onDone();
    },
  };
  const first = useChange(api.claims.firstReview, settings);
  const second = useChange(api.claims.secondReview, settings);
  const review = round === 1 ? first : second;
  const decide = (reason: string) =>
    review.mutate({
      params: { id },
      body: {
        verdict,
        ...(reason === "" ? {} : { reason }),
        ...(verdict === "pass" ? { amountFen: amount } : {}),
      },
    });
  const shared = {
    rules: contractOf(api.claims.firstReview),
    busy: review.isPending,
    error: review.error,
    onClose,
    onConfirm: decide,
  };
  const payee = payeeKind === "person" ? "本人" : (organisationName ?? "单位");

  if (verdict === "pass") {
    return (
      <ActDialog
        {...shared}
        title={`${round === 1 ? "初审" : "复审"}通过 ${who}`}
        consequences={
          round === 1
            ? [
                `${formatYuan(amount, { fen: "always" })} 元进入复审，由另一位审核人员办理；复审前您可以撤回。`,
                "系统会按此刻的记录再判定一次，金额有变不会通过。",
              ]
            : [
                `核定 ${formatYuan(amount, { fen: "always" })} 元，从资金来源预留额度，收款方为${payee}。`,
                "公示五个工作日，无异议后转财政拨付。",
                "之后要改，须提出撤销并由另一人确认。",
              ]
        }
        action={`${round === 1 ? "通过，转复审" : "核定"} ${formatYuan(amount, { fen: "always" })} 元`}
        label="审核意见"
        readBy="记入经过"
        optional
      />
    );
  }
  return (
    <ActDialog
      {...shared}
      danger={verdict === "refuse"}
      title={`${verdict === "return" ? "退回补正" : "不予补贴"} ${who}`}
      consequences={
        verdict === "return"
          ? ["申请退回申请人，补正后可以重新提交。", "申请人会收到通知和您写的理由。"]
          : ["作出不予补贴的决定，不占用次数和额度。", "申请人会收到通知和您写的理由，可以提出申诉。"]
      }
      action={verdict === "return" ? "退回补正" : "不予补贴"}
      label="理由"
      readBy="申请人会看到这段话"
      phrases={REASONS[verdict]}
    />
  );
}

const SAID: Record<Verdict, Record<1 | 2, string>> = {
  pass: { 1: "初审通过，已转复审", 2: "复审通过，即将公示" },
  return: { 1: "已退回补正", 2: "已退回补正" },
  refuse: { 1: "已作出不予补贴的决定", 2: "已作出不予补贴的决定" },
};
