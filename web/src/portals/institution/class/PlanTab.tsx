import { api } from "../../../api/api.ts";
import type { FormEvent, ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { useDraft } from "../../../kit/use-draft.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { ClassFacts } from "./ClassFacts.tsx";
import { FormBar } from "./FormBar.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { fieldNames, planBody, planOf } from "./plan-values.ts";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** The plan: a form while it is being filed, a sheet to read afterwards. */
export function PlanTab({ training }: { training: TrainingClass }): ReactElement {
  const editable = training.state === "draft" || training.state === "returned";
  return editable ? <EditPlan key={training.planVersion} training={training} /> : <ReadPlan training={training} />;
}

function EditPlan({ training }: { training: TrainingClass }): ReactElement {
  const draft = useDraft(`institution-class-${training.id}-${training.planVersion}`, planOf(training));
  const tell = useToast();
  const save = useChange(api.classes.edit, {
    refresh: [api.classes.show, api.classes.check, api.classes.list],
    onSuccess: () => {
      draft.clear();
      tell("计划已保存");
    },
  });
  function submit(event: FormEvent): void {
    event.preventDefault();
    save.mutate({
      params: { id: training.id },
      body: { ...planBody(draft.value), planVersion: training.planVersion },
    });
  }
  return (
    <form onSubmit={submit} noValidate>
      <div className="grid gap-4">
        {draft.restored && (
          <Notice
            tone="turn"
            title="这里有上次没保存的修改"
            action={
              <Button variant="secondary" onClick={draft.clear}>
                放弃修改，用已保存的
              </Button>
            }
          />
        )}
        <ErrorNotice error={save.error} fieldNames={fieldNames} />
        <PlanForm
          values={draft.value}
          onChange={draft.set}
          problem={save.error instanceof ProblemError ? save.error : null}
        />
      </div>
      <FormBar note={<span className="num">第 {training.planVersion} 版</span>}>
        <Button type="submit" busy={save.isPending}>
          保存计划
        </Button>
      </FormBar>
    </form>
  );
}

function ReadPlan({ training }: { training: TrainingClass }): ReactElement {
  return (
    <div className="grid gap-4">
      <Card
        title="计划"
        action={<span className="num text-ink-2">第 {training.planVersion} 版，已提交，不能修改</span>}
      >
        <ClassFacts training={training} />
      </Card>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title="培训计划">
          <p className="leading-relaxed whitespace-pre-wrap">{training.plan || "没有填写。"}</p>
        </Card>
        <Card title="考核方案">
          <p className="leading-relaxed whitespace-pre-wrap">{training.assessmentPlan || "没有填写。"}</p>
        </Card>
      </div>
    </div>
  );
}
