import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { call } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { DecideMany } from "../DecideMany.tsx";
import { entryVerdicts } from "../verdict-words.ts";
import type { EntryTask } from "./entry-task.ts";

interface DecideEntriesProps {
  rows: readonly EntryTask[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Confirms or refuses several facts and groups that colleagues entered; never an own one. */
export function DecideEntries({ rows, onDone }: DecideEntriesProps): ReactElement {
  return (
    <DecideMany
      rows={rows.filter(({ state, mine }) => state === "submitted" && !mine)}
      nameOf={({ person, label }) => `${person.name} ${label}`}
      unit="件"
      refresh={[api.personEntries.list, api.people.show, api.homes.bureau]}
      rules={contractOf(api.personEntries.decide)}

      verdicts={[
        {
          ...entryVerdicts.confirmed,
          optional: true,
          act: ({ id }, reason) =>
            call(api.personEntries.decide, {
              params: { id },
              body: { verdict: "confirmed", ...(reason === "" ? {} : { reason }) },
            }),
        },
        {
          ...entryVerdicts.refused,
          danger: true,
          act: ({ id }, reason) =>
            call(api.personEntries.decide, { params: { id }, body: { verdict: "refused", reason } }),
        },
      ]}
      onDone={onDone}
    />
  );
}
