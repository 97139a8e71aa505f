import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { FormField, useForm } from "../../../kit/form.tsx";
import { formatYuan } from "../../../kit/format.ts";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import { CLAIM_READS } from "./claim-reads.ts";
import type { Claim } from "../../../features/claims/claim.ts";

interface AnswerDialogProps {
  line: Output<Api["objections"]["list"]>["rows"][number];
  claim: Claim;
  onClose: () => void;
  onDone: () => void;
}

/** The answer to an objection or appeal: upheld, which takes effect at once, or not. */
export function AnswerDialog({ line, claim, onClose, onDone }: AnswerDialogProps): ReactElement {
  const tell = useToast();
  const answer = useChange(api.objections.answer, {
    refresh: CLAIM_READS,
    onSuccess: () => {
      tell("已答复");
      onClose();
      onDone();
    },
  });
  const form = useForm({
    initial: { upheld: "" as "yes" | "no" | "", answer: "" },
    rules: contractOf(api.objections.answer),
    error: answer.error,
  });
  const { upheld } = form.values;
  return (
    <ActDialog
      title={`答复${line.kind === "appeal" ? "申诉" : "异议"} ${line.claimNumber}`}
      consequences={[
        upheld === "" ? "先选成立或不成立，这里会写明后果。" : consequence(line.kind, upheld === "yes", claim),
        "答复会发给提出人和申请人，发出后不能修改。",
      ]}
      action={upheld === "yes" ? "答复：成立" : upheld === "no" ? "答复：不成立" : "答复"}
      danger={upheld === "yes" && line.kind !== "appeal"}
      label="答复内容"
      readBy="提出人和申请人会看到这段话"
      words="answer"
      form={form}
      busy={answer.isPending}
      error={answer.error}
      onClose={onClose}
      onConfirm={(text) => answer.mutate({ params: { id: line.id }, body: { upheld: upheld === "yes", answer: text } })}
    >
      <FormField name="upheld" label="核查结果" group>
        <RadioGroup
          inline
          {...form.bind("upheld")}
          choices={[
            { value: "yes", label: "成立" },
            { value: "no", label: "不成立" },
          ]}
        />
      </FormField>
    </ActDialog>
  );
}

function consequence(kind: "public" | "own" | "appeal", upheld: boolean, claim: Claim): string {
  const { state, approvedFen, paidFen } = claim.claim;
  if (kind === "appeal")
    return upheld ? "申请回到待初审，按此刻的记录重新判定，再走一遍两道审核。" : "维持不予补贴的决定，申请结束。";
  if (!upheld) return state === "objected" ? "公示继续；没有其他未答复的异议，期满转财政拨付。" : "申请照常进行。";
  if (state === "paid") return `已付的 ${formatYuan(paidFen ?? 0)} 元转入追回。`;
  if (state === "submitted" || state === "first-passed") return "申请不予补贴，申请人可以申诉。";
  return `核定的 ${formatYuan(approvedFen ?? 0)} 元撤销，额度和次数退回。`;
}
