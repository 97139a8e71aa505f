import type { ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import { call, type Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { admissionWords } from "./admission-words.ts";
import { DecideMany } from "../DecideMany.tsx";

type Line = Output<Api["admissions"]["list"]>["rows"][number];

interface DecideAdmissionsProps {
  rows: readonly Line[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Admits several applicants for three years from today, returns their applications or refuses them. */
export function DecideAdmissions({ rows, onDone }: DecideAdmissionsProps): ReactElement {
  return (
    <DecideMany
      rows={rows.filter(({ state }) => state === "submitted" || state === "inspecting")}
      nameOf={({ organisationName, occupationName, level }) =>
        `${organisationName} ${projectLabel(occupationName, level)}`
      }
      unit="件"
      refresh={[api.admissions.list, api.homes.bureau]}
      rules={contractOf(api.admissions.decide)}

      verdicts={[
        {
          action: admissionWords.admit.title,
          consequences: [admissionWords.admit.consequence, "有效期自今天起三年；要定别的日期，请逐件办理。"],
          label: "审核意见",
          readBy: "申请单位会看到这段话",
          optional: true,
          act: ({ id }, reason) => call(api.admissions.decide, { params: { id }, body: { verdict: "admit", reason } }),
        },
        {
          action: admissionWords.return.title,
          consequences: [admissionWords.return.consequence],
          label: "理由",
          readBy: "申请单位会看到这段话",
          act: ({ id }, reason) => call(api.admissions.decide, { params: { id }, body: { verdict: "return", reason } }),
        },
        {
          action: admissionWords.refuse.title,
          consequences: [admissionWords.refuse.consequence],
          label: "理由",
          readBy: "申请单位会看到这段话",
          danger: true,
          act: ({ id }, reason) => call(api.admissions.decide, { params: { id }, body: { verdict: "refuse", reason } }),
        },
      ]}
      onDone={onDone}
    />
  );
}
