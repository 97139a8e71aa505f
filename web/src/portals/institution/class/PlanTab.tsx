import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ClassFacts } from "./ClassFacts.tsx";
import { FormBar } from "./FormBar.tsx";
import { PlanForm } from "./PlanForm.tsx";
import { planBody, planOf } from "./plan-values.ts";
import { FormBody, FormNotice, useForm } from "../../../kit/form.tsx";
import { ClassPapers } from "../../../features/classes/ClassPapers.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** The plan: a form while it is being filed, a sheet to read afterwards. */
export function PlanTab({ training }: { training: TrainingClass }): ReactElement {
  const editable = training.state === "draft" || training.state === "returned";
  return (
    <div className="grid gap-4">
      {editable ? <EditPlan key={training.planVersion} training={training} /> : <ReadPlan training={training} />}
      <Card title="附件">
        <ClassPapers classId={training.id} editable={editable} />
      </Card>
    </div>
  );
}

function EditPlan({ training }: { training: TrainingClass }): ReactElement {
  const tell = useToast();
  const save = useChange(api.classes.edit, {
    refresh: [api.classes.show, api.classes.check, api.classes.list],
    onSuccess: () => {
      form.clear();
      tell("计划已保存");
    },
  });
  const form = useForm({
    initial: planOf(training),
    rules: contractOf(api.classes.edit),
    error: save.error,
    draft: `institution-class-${training.id}-${training.planVersion}`,
  });
  function submit(): void {
    save.mutate({
      params: { id: training.id },
      body: { ...planBody(form.values), planVersion: training.planVersion },
    });
  }
  return (
    <FormBody form={form} onSubmit={submit} notice={false} className="">
      <div className="grid gap-4">
        {form.restored && (
          <Notice
            tone="turn"
            title="这里有上次没保存的修改"
            action={
              <Button variant="secondary" onClick={() => form.clear()}>
                放弃修改，用已保存的
              </Button>
            }
          />
        )}
        <FormNotice />
        <PlanForm form={form} />
      </div>
      <FormBar note={<span className="num">第 {training.planVersion} 版</span>}>
        <Button type="submit" busy={save.isPending}>
          保存计划
        </Button>
      </FormBar>
    </FormBody>
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
