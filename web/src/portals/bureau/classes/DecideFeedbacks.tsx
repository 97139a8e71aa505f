import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { call } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import type { Feedback } from "../../../features/feedback/aspects.ts";
import { DecideMany } from "../DecideMany.tsx";
import { feedbackVerdicts } from "./feedback-words.ts";

interface DecideFeedbacksProps {
  rows: readonly Feedback[];
  onDone: (left: ReadonlySet<string>) => void;
}

const act =
  (verdict: "published" | "refused") =>
  ({ id }: Feedback, reason: string) =>
    call(api.classFeedback.decide, { params: { id }, body: { verdict, reason } });

/** Publishes or refuses several words of learners. */
export function DecideFeedbacks({ rows, onDone }: DecideFeedbacksProps): ReactElement {
  return (
    <DecideMany
      rows={rows.filter(({ state }) => state === "submitted")}
      nameOf={({ className, writtenAt }) => `${className} ${writtenAt.slice(0, 10)}`}
      unit="条"
      refresh={[api.classFeedback.list]}
      rules={contractOf(api.classFeedback.decide)}
      verdicts={[
        { ...feedbackVerdicts.published, optional: true, act: act("published") },
        { ...feedbackVerdicts.refused, danger: true, act: act("refused") },
      ]}
      onDone={onDone}
    />
  );
}
