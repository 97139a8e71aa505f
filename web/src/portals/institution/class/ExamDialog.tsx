import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../../api/hooks.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { today } from "../../../kit/today.ts";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** Sets an exam: the school's own at the end of the class, or an evaluation by an evaluator. */
export function ExamDialog({ training, onClose }: { training: TrainingClass; onClose: () => void }): ReactElement {
  const [kind, setKind] = useState<"completion" | "evaluation">("completion");
  const [heldOn, setHeldOn] = useState(training.endsOn > today() ? training.endsOn : today());
  const [passScore, setPassScore] = useState("60");
  const [evaluatorId, setEvaluatorId] = useState("");
  const [examiners, setExaminers] = useState("");
  const tell = useToast();
  const evaluators = useApi(
    api.organisations.list,
    { query: { kind: "evaluation-body", limit: 200 } },
    { enabled: kind === "evaluation" },
  );
  const create = useChange(api.exams.create, {
    refresh: [api.exams.list],
    onSuccess: () => {
      tell("考核已安排");
      onClose();
    },
  });
  const problem = create.error instanceof ProblemError ? create.error : null;
  return (
    <Dialog
      open
      onClose={onClose}
      title="安排考核"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不安排
          </Button>
          <Button
            busy={create.isPending}
            onClick={() =>
              create.mutate({
                params: { id: training.id },
                body: {
                  kind,
                  heldOn,
                  passScore: Number(passScore),
                  ...(kind === "evaluation" && evaluatorId !== "" ? { evaluatorId } : {}),
                  examinerNames: examiners.split(/[、,，\s]+/u).filter((name) => name !== ""),
                },
              })
            }
          >
            安排考核
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorNotice
          error={create.error}
          fieldNames={{ "/heldOn": "考核日期", "/evaluatorId": "评价机构", "/passScore": "合格线" }}
        />
        <Field label="性质" group>
          <RadioGroup
            value={kind}
            onChange={setKind}
            choices={[
              { value: "completion", label: "结业考核", description: "本单位组织，合格后发培训合格证书" },
              { value: "evaluation", label: "技能评价", description: "有资格的评价机构组织，合格后发评价证书" },
            ]}
          />
        </Field>
        {kind === "evaluation" && (
          <Field label="评价机构" error={problem?.fieldError("/evaluatorId")}>
            <Select
              value={evaluatorId}
              onChange={setEvaluatorId}
              placeholder="请选择"
              choices={(evaluators.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }))}
            />
          </Field>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="考核日期" error={problem?.fieldError("/heldOn")}>
            <DateBox value={heldOn} onChange={setHeldOn} />
          </Field>
          <Field label="合格线" error={problem?.fieldError("/passScore")}>
            <Input
              inputMode="numeric"
              unit="分"
              value={passScore}
              onChange={(text) => setPassScore(text.replace(/\D/gu, ""))}
            />
          </Field>
        </div>
        <Field label="考评人员" required={false} hint="姓名之间用顿号隔开">
          <Input value={examiners} onChange={setExaminers} />
        </Field>
      </div>
    </Dialog>
  );
}
