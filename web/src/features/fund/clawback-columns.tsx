import { stateWord } from "@jinengtong/words";
import type { Api } from "../../api/api.ts";
import { dateOf } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import type { SortName } from "../../lists/use-sort.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import type { DataColumn } from "../../lists/column.ts";
import type { Clawback } from "./clawback-ends.ts";
import { BenefitName } from "../programmes/BenefitName.tsx";

type Column = DataColumn<Clawback, SortName<Api["clawbacks"]["list"]>>;

/** Columns of clawbacks: amount, debtor, reason, start and deadline. */
export const clawbackColumns: readonly Column[] = [
  {
    key: "claim",
    sort: "claimNumber",
    title: "补贴申请",
    render: (row) => <span className="num">{row.claimNumber}</span>,
  },
  { key: "benefit", title: "补贴", optional: true, render: (row) => <BenefitName {...row} /> },
  { key: "payee", sort: "payeeName", title: "收款人", render: (row) => row.payeeName },
  {
    key: "state",
    title: "状态",
    render: (row) => (
      <StatusMark kind={row.overdue ? "late" : stateWord("clawback", row.state).kind}>
        {row.overdue ? "逾期未还" : stateWord("clawback", row.state).label}
      </StatusMark>
    ),
  },
  { key: "reason", title: "原因", render: (row) => row.reason },
  {
    key: "demanded",
    sort: "demandedAt",
    title: "发出",
    render: (row) => <span className="num">{dateOf(row.demandedAt)}</span>,
  },
  { key: "due", sort: "dueOn", title: "限期", render: (row) => <span className="num">{row.dueOn}</span> },
];

export const clawbackAmount: Column = {
  key: "amount",
  sort: "amountFen",
  title: "金额",
  align: "right",
  render: (row) => <Money fen={row.amountFen} exact />,
};
