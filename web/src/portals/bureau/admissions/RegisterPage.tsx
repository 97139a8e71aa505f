import { stateChoices, stateKind } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Empty } from "../../../kit/Empty.tsx";
import { formatPeriod } from "../../../kit/format.ts";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { DataTable } from "../../../lists/DataTable.tsx";
import { useList } from "../../../lists/use-list.ts";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";

/** 准入名册: admitted organisations with occupation, level and end. */
export default function RegisterPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "state", "activity"]);
  const list = useList(api.admissions.list, { usual: "-submittedAt", filters, exportAs: "准入名册.xlsx" });
  return (
    <StaffPage title="准入名册" intro="按单位看全部准入、延续有效期或作出处理，请打开单位页。">
      <DataTable
        id="bureau-register"
        caption="准入名册"
        unit="项"
        {...list}
        rowKey={(row) => row.id}
        href={(row) => `/bureau/organisations/${row.organisationId}?admission=${row.id}`}
        filters={
          <>
            <WordsFilter label="单位或职业" {...bind("q")} />
            <Filter
              label="种类"
              all="培训和评价"
              {...bind("activity")}
              choices={[
                { value: "training", label: "培训" },
                { value: "evaluation", label: "评价" },
              ]}
            />
            <Filter
              label="状态"
              {...bind("state")}
              choices={stateChoices("admission", [
                "admitted",
                "suspended",
                "submitted",
                "inspecting",
                "returned",
                "refused",
                "withdrawn",
                "exited",
              ])}
            />
          </>
        }
        empty={<Empty title="没有符合条件的准入">单位提交申请并经审核后列入名册。</Empty>}
        columns={[
          {
            key: "organisation",
            sort: "organisationName",
            title: "单位",
            render: (row) => <span className="font-medium">{row.organisationName}</span>,
          },
          { key: "activity", title: "种类", render: (row) => (row.activity === "training" ? "培训" : "评价") },
          {
            key: "occupation",
            sort: "occupationName",
            title: "职业与等级",
            render: (row) => projectLabel(row.occupationName, row.level),
          },
          {
            key: "state",
            title: "状态",
            render: (row) => (
              <StatusMark kind={stateKind("admission", row.state, "office")}>{row.stateLabel}</StatusMark>
            ),
          },
          {
            key: "valid",
            sort: "validTo",
            title: "有效期",
            render: (row) => (
              <span className="num">{row.validFrom === null ? "—" : formatPeriod(row.validFrom, row.validTo)}</span>
            ),
          },
          {
            key: "capacity",
            title: "年培训能力",
            align: "right",
            render: (row) => (
              <span className="num">{row.annualCapacity === null ? "—" : `${row.annualCapacity} 人次`}</span>
            ),
          },
        ]}
      />
    </StaffPage>
  );
}
