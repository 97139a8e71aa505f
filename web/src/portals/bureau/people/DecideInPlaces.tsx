import type { ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import { call, type Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { DecideMany } from "../DecideMany.tsx";
import { inPlaceVerdicts } from "../verdict-words.ts";
type Task = Output<Api["substitutions"]["list"]>["rows"][number];

interface DecideInPlacesProps {
  rows: readonly Task[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Confirms or rejects several who train in the place of a relative. */
export function DecideInPlaces({ rows, onDone }: DecideInPlacesProps): ReactElement {
  return (
    <DecideMany
      rows={rows.filter(({ state }) => state === "declared")}
      nameOf={({ person, principal }) => `${person.name}替${principal.name}`}
      unit="件"
      refresh={[api.substitutions.list]}
      rules={contractOf(api.substitutions.decide)}

      verdicts={[
        {
          ...inPlaceVerdicts.confirmed,
          optional: true,
          act: ({ id }, reason) =>
            call(api.substitutions.decide, {
              params: { id },
              body: { verdict: "confirmed", ...(reason === "" ? {} : { reason }) },
            }),
        },
        {
          ...inPlaceVerdicts.rejected,
          danger: true,
          act: ({ id }, reason) =>
            call(api.substitutions.decide, { params: { id }, body: { verdict: "rejected", reason } }),
        },
      ]}
      onDone={onDone}
    />
  );
}
