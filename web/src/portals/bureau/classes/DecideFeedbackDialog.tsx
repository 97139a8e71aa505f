import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";
import type { Feedback } from "../../../features/feedback/aspects.ts";
import { feedbackVerdicts } from "./feedback-words.ts";

interface DecideFeedbackDialogProps {
  feedback: Feedback;
  verdict: "published" | "refused";
  onClose: () => void;
  onDone: () => void;
}

/** Publishes a learner's word on a class, or refuses it. */
export function DecideFeedbackDialog(props: DecideFeedbackDialogProps): ReactElement {
  const { feedback, verdict, onClose, onDone } = props;
  const tell = useToast();
  const yes = verdict === "published";
  const decide = useChange(api.classFeedback.decide, {
    refresh: [api.classFeedback.list],
    onSuccess: () => {
      tell(yes ? "评价已公开" : "评价不公开");
      onClose();
      onDone();
    },
  });
  return (
    <ActDialog
      danger={!yes}
      optional={yes}
      title={`${feedbackVerdicts[verdict].action}：${feedback.className}的评价`}
      {...feedbackVerdicts[verdict]}
      rules={contractOf(api.classFeedback.decide)}
      {...(yes
        ? {}
        : {
            phrases: [
              { value: "写了别人的姓名、电话或身份证号，请去掉后再写。", label: "有个人信息" },
              { value: "有辱骂或人身攻击的话，请改过再写。", label: "有辱骂" },
              { value: "与这个班的教学无关，请只写学习的情况。", label: "与本班无关" },
              { value: "像是广告，不公开。", label: "广告" },
            ],
          })}
      busy={decide.isPending}
      error={decide.error}
      onClose={onClose}
      onConfirm={(reason) => decide.mutate({ params: { id: feedback.id }, body: { verdict, reason } })}
    />
  );
}

/** Takes the school's answer down; the learner's word stays. */
export function RemoveReplyDialog(props: { feedback: Feedback; onClose: () => void }): ReactElement {
  const { feedback, onClose } = props;
  const tell = useToast();
  const remove = useChange(api.classFeedback.removeReply, {
    refresh: [api.classFeedback.list],
    onSuccess: () => {
      tell("机构的答复已撤下");
      onClose();
    },
  });
  return (
    <ActDialog
      danger
      title="撤下机构的答复"
      consequences={["公开的页面上不再有这条答复，学员的评价仍在。", "机构会收到您写的理由，不能再答复。"]}
      action="撤下答复"
      label="理由"
      readBy="机构会看到这段话"
      rules={contractOf(api.classFeedback.removeReply)}
      phrases={[
        { value: "答复说出了评价人是谁。", label: "说出评价人" },
        { value: "答复中有指责学员的话。", label: "指责学员" },
      ]}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={(reason) => remove.mutate({ params: { id: feedback.id }, body: { reason } })}
    />
  );
}
