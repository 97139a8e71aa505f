import type { ReactElement } from "react";
import { formatInstant } from "../../../kit/format.ts";
import { CaseHistory } from "../../../lists/queue/CaseHistory.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** History of a class, newest first. */
export function ClassHistory({ training }: { training: TrainingClass }): ReactElement {
  return (
    <CaseHistory
      entries={training.history.toReversed().map((step, index) => ({
        id: String(index),
        at: formatInstant(step.at),
        who: step.by ?? "系统",
        what: step.label,
        ...(step.reason === null || step.reason === "" ? {} : { note: step.reason }),
      }))}
    />
  );
}
