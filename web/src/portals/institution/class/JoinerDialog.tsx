import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { emptyLearner, learnerBody, LearnerFields } from "./LearnerFields.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** Requests a late learner after the roster was frozen. */
export function JoinerDialog({ training, onClose }: { training: TrainingClass; onClose: () => void }): ReactElement {
  const tell = useToast();
  const ask = useChange(api.classChanges.ask, {
    refresh: [api.classChanges.list, api.classes.show, api.roster.list],
    onSuccess: ({ state }) => {
      tell(state === "applied" ? "已入册" : "加人申请已提交，等人社部门答复");
      onClose();
    },
  });
  const form = useForm({
    initial: { learner: emptyLearner, reason: "" },
    rules: contractOf(api.classChanges.ask),
    error: ask.error,
  });
  const { learner, reason } = form.values;
  return (
    <Dialog
      open
      onClose={onClose}
      title="申请加人"
      footer={
        <FormFooter
          form={form}
          close="先不加"
          action="提交加人申请"
          busy={ask.isPending}
          onClose={onClose}
          onConfirm={() =>
            ask.mutate({
              params: { id: training.id },
              body: { kind: "joiner", learner: learnerBody(learner), reason: reason.trim() },
            })
          }
        />
      }
    >
      <FormBody form={form}>
        <LearnerFields values={learner} onChange={(change) => form.setPart("learner", change)} at="learner/" />
        <FormField name="reason" label="理由" hint="人社部门会看到">
          <TextArea {...form.bind("reason")} rows={2} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
