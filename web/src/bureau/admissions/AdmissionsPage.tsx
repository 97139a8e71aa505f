import type { ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { useApiPages } from "../../api/hooks.ts";
import { dateOf } from "../../ui/format.ts";
import { projectLabel } from "../../ui/organisation/levels.ts";
import { pageOf } from "../../ui/organisation/pages.ts";
import { useFilters } from "../../ui/organisation/use-filters.ts";
import { FilterList } from "../../ui/staff/FilterList.tsx";
import type { QueueItem } from "../../ui/staff/queue-order.ts";
import { useSort } from "../../ui/staff/use-sort.ts";
import { CaseQueue } from "../queue/CaseQueue.tsx";
import { lateDays } from "../queue/late-days.ts";
import { AdmissionCase } from "./AdmissionCase.tsx";

type Line = Output<"GET /api/v1/admissions">["rows"][number];

/** 准入审核: who wants to train or evaluate what, public and private alike. */
export default function AdmissionsPage(): ReactElement {
  const [filters, setFilters] = useFilters(["activity"]);
  const activity =
    filters.activity === "training" || filters.activity === "evaluation" ? { activity: filters.activity } : {};
  const sorting = useSort("GET /api/v1/admissions", "submittedAt");
  const query = {
    waiting: "true" as const,
    ...(activity as { activity?: "training" | "evaluation" }),
    sort: sorting.sort,
  };
  const list = useApiPages("GET /api/v1/admissions", { query }, pageOf);
  return (
    <CaseQueue
      title="准入审核"
      list={list}
      order={{
        sorting,
        choices: [
          ["submittedAt", "先提交在前"],
          ["-submittedAt", "新提交在前"],
          ["organisationName", "按单位"],
          ["occupationName", "按职业"],
        ],
      }}
      exportTo={{ path: "/api/v1/admissions/export", query: query, name: "准入申请.xlsx" }}
      item={itemOf}
      unit="件"
      emptyTitle="没有待办的准入申请"
      emptyText="机构按职业和等级提出的准入申请会出现在这里，二十个工作日内答复。已准入的在“准入名册”。"
      keys={[
        ["p", "准入"],
        ["i", "考察"],
        ["r", "退回"],
        ["x", "不予"],
      ]}
      filters={
        <FilterList
          title="种类"
          value={filters.activity}
          onChange={(value) => setFilters({ activity: value })}
          options={[
            { key: "", title: "全部" },
            { key: "training", title: "培训" },
            { key: "evaluation", title: "评价" },
          ]}
        />
      }
    >
      {(id, _row, done) => <AdmissionCase id={id} onDone={done} />}
    </CaseQueue>
  );
}

const itemOf = (line: Line): QueueItem => ({
  key: line.id,
  title: line.organisationName,
  detail: `${line.activity === "training" ? "培训" : "评价"} · ${projectLabel(line.occupationName, line.level)}`,
  aside: line.stateLabel,
  who: line.submittedAt === null ? "" : `${dateOf(line.submittedAt)} 提交`,
  due: line.dueOn,
  overdueDays: line.overdue ? Math.max(1, lateDays(line.dueOn)) : 0,
});
