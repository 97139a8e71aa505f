import { regionName, townChoices } from "@jinengtong/county";
import type { ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { Empty } from "../../kit/Empty.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import type { DataColumn } from "../../lists/column.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";
import type { SortName } from "../../lists/use-sort.ts";
import { levelLabel } from "../occupations/levels.ts";

type Row = Output<Api["classDemand"]["list"]>["rows"][number];

/** 学习需求: people who wait for a class, counted by trade and town, so that a school knows what to open. */
export default function DemandPage(): ReactElement {
  const [filters, , bind] = useFilters(["town"]);
  const list = useList(api.classDemand.list, { usual: "-people", filters, exportAs: "等着开班的人数.xlsx" });
  const columns: DataColumn<Row, SortName<Api["classDemand"]["list"]>>[] = [
    {
      key: "occupation",
      sort: "occupationName",
      title: "职业（工种）",
      render: (row) => <span className="font-medium">{row.occupationName}</span>,
    },
    { key: "level", sort: "level", title: "等级", render: (row) => levelLabel(row.level) },
    {
      key: "town",
      sort: "town",
      title: "镇（街道）",
      render: (row) => (row.town === "" ? "不限" : regionName(row.town)),
    },
    { key: "people", sort: "people", title: "等的人数", align: "right", render: (row) => `${row.people} 人` },
    {
      key: "open",
      sort: "openClasses",
      title: "还能报名的班",
      align: "right",
      render: (row) => (row.openClasses === 0 ? "没有" : `${row.openClasses} 个`),
    },
  ];
  return (
    <StaffPage
      title="学习需求"
      intro="想学而没有班的人登记了“有班时告诉我”。一个人选了几个镇的，在每个镇各算一次；开班获批时自动通知他们。"
    >
      <DataTable
        id="class-demand"
        caption="等着开班的人数"
        unit="项"
        columns={columns}
        rowKey={(row) => row.key}
        {...list}
        filters={<Filter {...bind("town")} label="镇（街道）" all="全部" choices={townChoices()} />}
        empty={<Empty title="眼下没有人在等">有人登记后，这里按工种和镇看得到人数。</Empty>}
      />
    </StaffPage>
  );
}
