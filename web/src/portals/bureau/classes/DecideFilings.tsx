import type { ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import { call, type Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { DecideMany } from "../DecideMany.tsx";
import { filingReturned } from "../verdict-words.ts";
type Line = Output<Api["classes"]["queue"]>["rows"][number];

interface DecideFilingsProps {
  rows: readonly Line[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Approves several filings, or returns them to be mended. */
export function DecideFilings({ rows, onDone }: DecideFilingsProps): ReactElement {
  return (
    <DecideMany
      rows={rows}
      nameOf={({ number, name }) => `${number} ${name}`}
      unit="个班"
      refresh={[api.classes.queue, api.classes.list, api.homes.bureau]}
      rules={contractOf(api.classes.decide)}

      verdicts={[
        {
          action: "批准开班",
          consequences: [
            `培训机构可以按计划开班，共 ${rows.reduce((sum, { capacity }) => sum + capacity, 0)} 人；每个班再核对一次检查项。`,
            "课表、地点和学员此后的变更须再审。",
          ],
          label: "审核意见",
          readBy: "培训机构会看到这段话",
          optional: true,
          act: ({ id }, reason) => call(api.classes.decide, { params: { id }, body: { verdict: "approve", reason } }),
        },
        {
          ...filingReturned,
          act: ({ id }, reason) => call(api.classes.decide, { params: { id }, body: { verdict: "return", reason } }),
        },
      ]}
      onDone={onDone}
    />
  );
}
