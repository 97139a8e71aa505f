import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { dateOf } from "../../../kit/format.ts";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { useFilters } from "../../../lists/use-filters.ts";
import { FilterList } from "../../../kit/staff/FilterList.tsx";
import { useList } from "../../../lists/use-list.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { lateDays } from "../../../lists/queue/late-days.ts";
import { AdmissionCase } from "./AdmissionCase.tsx";
import { DecideAdmissions } from "./DecideAdmissions.tsx";

type Line = Output<Api["admissions"]["list"]>["rows"][number];

/** 准入审核: applications for admission, public and private alike. */
export default function AdmissionsPage(): ReactElement {
  const [filters, , bind] = useFilters(["activity"]);
  const list = useList(api.admissions.list, {
    usual: "submittedAt",
    filters,
    query: { waiting: "true" },
    exportAs: "准入申请.xlsx",
  });
  return (
    <CaseQueue
      title="准入审核"
      list={list}
      orders={[
        ["submittedAt", "先提交在前"],
        ["-submittedAt", "新提交在前"],
        ["organisationName", "按单位"],
        ["occupationName", "按职业"],
      ]}
      item={itemOf}
      renderBulk={(rows, onDone) => <DecideAdmissions rows={rows} onDone={onDone} />}
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
          {...bind("activity")}
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
