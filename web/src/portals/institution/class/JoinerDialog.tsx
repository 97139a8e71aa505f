import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { emptyLearner, learnerBody, LearnerFields } from "./LearnerFields.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** Asks for one more learner after the roster was frozen. */
export function JoinerDialog({ training, onClose }: { training: TrainingClass; onClose: () => void }): ReactElement {
  const [values, setValues] = useState(emptyLearner);
  const [reason, setReason] = useState("");
  const tell = useToast();
  const ask = useChange(api.classChanges.ask, {
    refresh: [api.classChanges.list, api.classes.show, api.roster.list],
    onSuccess: ({ state }) => {
      tell(state === "applied" ? "已入册" : "加人申请已提交，等人社部门答复");
      onClose();
    },
  });
  const problem = ask.error instanceof ProblemError ? ask.error : null;
  return (
    <Dialog
      open
      onClose={onClose}
      title="申请加人"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不加
          </Button>
          <Button
            busy={ask.isPending}
            disabled={reason.trim().length < 2}
            onClick={() =>
              ask.mutate({
                params: { id: training.id },
                body: { kind: "joiner", learner: learnerBody(values), reason: reason.trim() },
              })
            }
          >
            提交加人申请
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorNotice
          error={ask.error}
          fieldNames={{ "/learner/name": "姓名", "/learner/citizenId": "身份证号", "/reason": "理由" }}
        />
        <LearnerFields
          values={values}
          onChange={(change) => setValues((old) => ({ ...old, ...change }))}
          problem={problem}
          at="/learner"
        />
        <Field label="理由" hint="人社部门会看到" error={problem?.fieldError("/reason")}>
          <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
        </Field>
      </div>
    </Dialog>
  );
}
