import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { ExamsTable } from "../../../features/exams/ExamsTable.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { ExamDialog } from "./ExamDialog.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** 考核: the class's exams; a row opens its results. */
export function ExamsTab({ training }: { training: TrainingClass }): ReactElement {
  const [open, setOpen] = useState(false);
  const possible = training.state === "running" || training.state === "completed";
  useHotkeys({ a: possible ? () => setOpen(true) : undefined });
  return (
    <div className="grid gap-4">
      {possible ? (
        <div className="flex justify-end">
          <Button icon="plus" hotkey="a" onClick={() => setOpen(true)}>
            安排考核
          </Button>
        </div>
      ) : (
        <Notice>
          {training.state === "closed"
            ? "这个班已归档，不再安排考核；成绩和证书在这里查。"
            : `开班后可以安排考核。现在这个班是“${training.stateLabel}”。`}
        </Notice>
      )}
      <ExamsTable
        classId={training.id}
        href={(row) => `/institution/exams/${row.id}`}
        empty="结业考核由本单位组织；技能评价须选有资格的评价机构。"
      />
      {open && <ExamDialog training={training} onClose={() => setOpen(false)} />}
    </div>
  );
}
