import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { call } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { DecideMany } from "../DecideMany.tsx";
import { correctionDeclined } from "../verdict-words.ts";
import type { CorrectionTask } from "./correction-task.ts";

interface DeclineCorrectionsProps {
  rows: readonly CorrectionTask[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Leaves several records as they are. Putting one right needs its right value, from the case itself. */
export function DeclineCorrections({ rows, onDone }: DeclineCorrectionsProps): ReactElement {
  return (
    <DecideMany
      rows={rows.filter(({ state }) => state === "asked")}
      nameOf={({ person, label }) => `${person.name} ${label}`}
      unit="件"
      refresh={[api.corrections.list, api.people.show, api.homes.bureau]}
      rules={contractOf(api.corrections.decide)}
      words="answer"
      verdicts={[
        {
          ...correctionDeclined,
          danger: true,
          act: ({ id }, answer) =>
            call(api.corrections.decide, { params: { id }, body: { verdict: "declined", answer } }),
        },
      ]}
      onDone={onDone}
    />
  );
}
