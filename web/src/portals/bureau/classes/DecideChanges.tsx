import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { call } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { DecideMany } from "../DecideMany.tsx";
import { changeVerdicts } from "../verdict-words.ts";
import type { ClassChange } from "../../../features/classes/class-change.ts";

interface DecideChangesProps {
  rows: readonly ClassChange[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Lets several changes of classes take effect, or refuses them. */
export function DecideChanges({ rows, onDone }: DecideChangesProps): ReactElement {
  const waiting = rows.filter(({ state }) => state === "submitted");
  const words = changeVerdicts(waiting.map(({ kind }) => kind));
  return (
    <DecideMany
      rows={waiting}
      nameOf={({ className, classNumber }) => `${classNumber} ${className}`}
      unit="件"
      refresh={[api.classChanges.list, api.timetable.list, api.homes.bureau]}
      rules={contractOf(api.classChanges.decide)}

      verdicts={[
        {
          ...words.approve,
          optional: true,
          act: ({ id }, reason) =>
            call(api.classChanges.decide, { params: { id }, body: { verdict: "approve", reason } }),
        },
        {
          ...words.refuse,
          danger: true,
          act: ({ id }, reason) =>
            call(api.classChanges.decide, { params: { id }, body: { verdict: "refuse", reason } }),
        },
      ]}
      onDone={onDone}
    />
  );
}
