import type { ReactElement } from "react";
import { ClassPapers } from "../../../features/classes/ClassPapers.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** The plan and the plan of assessment in the institution's own words, and the papers that it attached. */
export function PlanText({ training }: { training: TrainingClass }): ReactElement {
  return (
    <div className="grid gap-5">
      <Part title={`培训计划（第 ${training.planVersion} 版）`} text={training.plan} />
      <Part title="考核安排" text={training.assessmentPlan} />
      <Part title="学员要带什么" text={training.bring} />
      <section>
        <h4 className="mb-1 font-medium">附件</h4>
        <ClassPapers classId={training.id} />
      </section>
      <p className="text-sm text-ink-2">
        线上学时最多计入规定学时的 {Math.round(training.onlineRatio * 100)}%，由政策规定，机构不能更改。
      </p>
    </div>
  );
}

function Part({ title, text }: { title: string; text: string }): ReactElement {
  return (
    <section>
      <h4 className="mb-1 font-medium">{title}</h4>
      <p className="max-w-[48em] whitespace-pre-wrap">{text.trim() === "" ? "没有填写。" : text}</p>
    </section>
  );
}
