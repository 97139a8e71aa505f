import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import type { SortName } from "../../../lists/use-sort.ts";
import type { DataColumn } from "../../../lists/column.ts";
import { ProgrammeLine } from "../../../features/programmes/ProgrammeLine.tsx";

type Line = Output<Api["claims"]["list"]>["rows"][number];

/** Which claim it is: the first columns of every list of claims. */
export const claimColumns: readonly DataColumn<Line, SortName<Api["claims"]["list"]>>[] = [
  {
    key: "number",
    sort: "number",
    title: "申请编号",
    render: (row) => <span className="num font-medium">{row.number}</span>,
  },
  {
    key: "who",
    title: "申请人",
    render: (row) =>
      row.personName === null ? (
        (row.organisationName ?? "—")
      ) : (
        <span className="whitespace-nowrap">{row.personName}</span>
      ),
  },
  {
    key: "benefit",
    title: "补贴",
    render: (row) => (
      <>
        {row.benefitName}
        <ProgrammeLine policyId={row.policyId} />
      </>
    ),
  },
  { key: "class", title: "培训班", render: (row) => row.className ?? "—" },
];
