import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { call } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { DecideMany } from "../DecideMany.tsx";
import { groupVerdicts } from "../verdict-words.ts";
import type { GroupTask } from "./group-task.ts";

interface DecideGroupsProps {
  rows: readonly GroupTask[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Confirms or rejects several declared groups, each for the days it was declared for. */
export function DecideGroups({ rows, onDone }: DecideGroupsProps): ReactElement {
  return (
    <DecideMany
      rows={rows.filter(({ state }) => state === "declared")}
      nameOf={({ person, label }) => `${person.name} ${label}`}
      unit="件"
      refresh={[api.groups.list, api.people.show, api.homes.bureau]}
      rules={contractOf(api.groups.decide)}

      verdicts={[
        {
          ...groupVerdicts.confirmed,
          optional: true,
          act: ({ id }, reason) =>
            call(api.groups.decide, {
              params: { id },
              body: { verdict: "confirmed", ...(reason === "" ? {} : { reason }) },
            }),
        },
        {
          ...groupVerdicts.rejected,
          danger: true,
          act: ({ id }, reason) => call(api.groups.decide, { params: { id }, body: { verdict: "rejected", reason } }),
        },
      ]}
      onDone={onDone}
    />
  );
}
