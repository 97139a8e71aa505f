import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { formatYuan } from "../../../kit/format.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import type { DataColumn } from "../../../lists/column.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { Filter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import type { SortName } from "../../../lists/use-sort.ts";

const LIST = api.returnMerges.doubles;
type Double = Output<Api["returnMerges"]["doubles"]>["rows"][number];

/** 重复报送: trainings that two offices returned, or an office and the platform, with what each pays. */
export default function DoublesPage(): ReactElement {
  const [filters, , bind] = useFilters(["other", "pays"]);
  const list = useList(LIST, { usual: "-foundOn", filters, exportAs: "部门报送重复名单.xlsx" });
  return (
    <StaffPage title="重复报送" intro="同一人同一职业、开班日期相近的培训报了两次：计一次培训，两方核对由谁付补贴。">
      <DataTable
        id="return-doubles"
        caption="重复报送"
        unit="行"
        columns={columns}
        {...list}
        rowKey={(row) => row.id}
        filters={
          <>
            <Filter
              label="与谁重复"
              all="不限对方"
              className="w-44"
              {...bind("other")}
              choices={[
                { value: "office", label: "别的部门" },
                { value: "own", label: "本平台" },
              ]}
            />
            <Filter
              label="补贴"
              all="不限补贴"
              className="w-44"
              {...bind("pays")}
              choices={[{ value: "both", label: "两方都付了" }]}
            />
          </>
        }
        empty={<Empty title="没有重复的培训">部门提交报送的当天就会比对；有重复的列在这里，并通知相关部门。</Empty>}
      />
    </StaffPage>
  );
}

const columns: DataColumn<Double, SortName<typeof LIST>>[] = [
  { key: "name", title: "姓名", render: (row) => <span className="font-medium">{row.name}</span> },
  {
    key: "idNumberMasked",
    sort: "idNumberMasked",
    title: "身份证号",
    render: (row) => <span className="num">{row.idNumberMasked}</span>,
  },
  { key: "occupation", title: "职业（工种）", render: (row) => row.occupation },
  { key: "office", title: "报送部门", render: (row) => row.office },
  { key: "startedOn", title: "开班", render: (row) => <span className="num">{row.startedOn}</span> },
  {
    key: "paid",
    title: "补贴（元）",
    align: "right",
    render: (row) => <span className="num">{formatYuan(row.paidFen)}</span>,
  },
  {
    key: "other",
    title: "另一方",
    render: (row) => `${row.other}${row.otherKind === "own" ? "（本平台）" : ""}`,
  },
  { key: "otherStartedOn", title: "另一方开班", render: (row) => <span className="num">{row.otherStartedOn}</span> },
  {
    key: "otherPaid",
    title: "另一方补贴（元）",
    align: "right",
    render: (row) => (
      <span className={row.bothPay ? "num font-semibold text-refuse" : "num"}>{formatYuan(row.otherPaidFen)}</span>
    ),
  },
  { key: "period", sort: "period", title: "期间", render: (row) => <span className="num">{row.period}</span> },
  { key: "foundOn", sort: "foundOn", title: "发现", render: (row) => <span className="num">{row.foundOn}</span> },
];
