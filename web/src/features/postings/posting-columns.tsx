import type { Api } from "../../api/api.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import type { DataColumn } from "../../lists/column.ts";
import type { SortName } from "../../lists/use-sort.ts";
import { COLOUR_KINDS, type Posting } from "./posting.ts";

/** Columns of the register that enterprise and offices share. */
export const postingColumns: DataColumn<Posting, SortName<Api["postings"]["list"]>>[] = [
  {
    key: "person",
    sort: "personName",
    title: "姓名",
    render: (row) => <span className="font-medium">{row.personName}</span>,
  },
  {
    key: "colour",
    sort: "colourLabel",
    title: "状态",
    render: (row) => <StatusMark kind={COLOUR_KINDS[row.colour]}>{row.colourLabel}</StatusMark>,
  },
  {
    key: "due",
    title: "该做什么",
    render: (row) => (
      <span className={row.colour === "red" ? "text-refuse" : "text-ink-2"}>
        {row.due}
        {row.retest && "离岗超过规定时间，上岗前须实际操作考试。"}
      </span>
    ),
  },
  {
    key: "post",
    sort: "postName",
    title: "岗位",
    render: (row) => (
      <span>
        {row.postName}
        <span className="block text-sm text-ink-3">
          {row.workplace}
          {row.itemName === null ? "" : ` · ${row.itemName}`}
        </span>
      </span>
    ),
  },
  {
    key: "through",
    sort: "through",
    title: "证件到",
    render: (row) => <span className="num">{row.through === "9999-12-31" ? "长期" : (row.through ?? "–")}</span>,
  },
  {
    key: "from",
    sort: "fromOn",
    title: "上岗",
    render: (row) => (
      <span className="num whitespace-nowrap">
        {row.fromOn}
        {row.toOn !== null && <span className="block text-sm text-ink-3">至 {row.toOn}</span>}
      </span>
    ),
  },
  {
    key: "unqualified",
    sort: "unqualifiedDays",
    title: "无证上岗",
    align: "right",
    render: (row) =>
      row.unqualifiedDays === 0 ? "没有" : <span className="text-refuse">{row.unqualifiedDays} 天</span>,
  },
  { key: "id", title: "身份证号", optional: true, render: (row) => <span className="num">{row.citizenIdMasked}</span> },
  {
    key: "serial",
    title: "证件编号",
    optional: true,
    render: (row) => <span className="num">{row.serial ?? "–"}</span>,
  },
];
