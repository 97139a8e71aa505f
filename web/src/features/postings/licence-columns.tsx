import { stateWord, stateKind } from "@jinengtong/words";
import type { Api } from "../../api/api.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import type { DataColumn } from "../../lists/column.ts";
import type { SortName } from "../../lists/use-sort.ts";
import type { Licence } from "./posting.ts";

/** Columns of entered licences that enterprise and bureau share. */
export const licenceColumns = (
  reader: "owner" | "office",
): DataColumn<Licence, SortName<Api["workLicences"]["list"]>>[] => [
  {
    key: "person",
    sort: "personName",
    title: "姓名",
    render: (row) => (
      <span>
        <span className="font-medium">{row.personName}</span>
        <span className="num block text-sm text-ink-3">{row.citizenIdMasked}</span>
      </span>
    ),
  },
  {
    key: "item",
    title: "准操项目",
    render: (row) => (
      <span>
        {row.itemName}
        <span className="num block text-sm text-ink-3">{row.serial}</span>
      </span>
    ),
  },
  { key: "issuer", title: "发证机关", render: (row) => row.issuerName },
  {
    key: "validTo",
    sort: "validTo",
    title: "有效期",
    render: (row) => (
      <span className="num whitespace-nowrap">
        {row.issuedOn} 至 {row.validTo ?? "长期"}
        {row.reviewedOn !== null && <span className="block text-sm text-ink-3">{row.reviewedOn} 复审</span>}
      </span>
    ),
  },
  {
    key: "state",
    title: "状态",
    render: (row) => (
      <span>
        <StatusMark kind={stateKind("work-licence", row.state, reader)}>
          {stateWord("work-licence", row.state).label}
        </StatusMark>
        {row.queryNote !== null && (
          <span className="block text-sm text-ink-2">
            {row.queriedOn} 查询：{row.queryNote}
          </span>
        )}
      </span>
    ),
  },
  {
    key: "entered",
    sort: "enteredAt",
    title: "登记",
    optional: true,
    render: (row) => <span className="num">{row.enteredAt.slice(0, 10)}</span>,
  },
];
