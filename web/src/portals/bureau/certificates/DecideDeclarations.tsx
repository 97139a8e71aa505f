import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { call } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { DecideMany } from "../DecideMany.tsx";
import { declarationVerdicts } from "../verdict-words.ts";
import type { Declaration } from "../../../features/certificates/declaration.ts";

interface DecideDeclarationsProps {
  rows: readonly Declaration[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Confirms or rejects several declared certificates. */
export function DecideDeclarations({ rows, onDone }: DecideDeclarationsProps): ReactElement {
  return (
    <DecideMany
      rows={rows.filter(({ state }) => state === "declared")}
      nameOf={({ number, holderName }) => `${holderName} ${number}`}
      unit="件"
      refresh={[api.declarations.list, api.certificates.list, api.homes.bureau]}
      rules={contractOf(api.declarations.decide)}

      verdicts={[
        {
          ...declarationVerdicts.confirmed,
          act: ({ id }, reason) =>
            call(api.declarations.decide, { params: { id }, body: { verdict: "confirmed", reason } }),
        },
        {
          ...declarationVerdicts.rejected,
          danger: true,
          act: ({ id }, reason) =>
            call(api.declarations.decide, { params: { id }, body: { verdict: "rejected", reason } }),
        },
      ]}
      onDone={onDone}
    />
  );
}
