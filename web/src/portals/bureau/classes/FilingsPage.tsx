import { api, type Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { useApi } from "../../../api/hooks.ts";
import { dateOf } from "../../../kit/format.ts";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { useFilters } from "../../../lists/use-filters.ts";
import { FilterList } from "../../../kit/staff/FilterList.tsx";
import { useList } from "../../../lists/use-list.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { lateDays } from "../../../lists/queue/late-days.ts";
import { FilingCase } from "./FilingCase.tsx";
import { DecideFilings } from "./DecideFilings.tsx";

type Line = Output<Api["classes"]["queue"]>["rows"][number];

/** 开班审核: filings in order of submission, with plan and checks. */
export default function FilingsPage(): ReactElement {
  const [filters, , bind] = useFilters(["overdue"]);
  const overdue = filters.overdue === "true" ? ({ overdue: "true" } as const) : {};
  const list = useList(api.classes.queue, {
    usual: "submittedAt",
    query: overdue,
    limit: 100,
    exportAs: "开班审核待办.xlsx",
  });
  const counted = useApi(api.classes.queue, { query: { limit: 1 } });
  const late = list.rows.filter((row) => row.overdue).length;
  return (
    <CaseQueue
      title="开班审核"
      list={list}
      orders={[
        ["submittedAt", "先提交在前"],
        ["-submittedAt", "新提交在前"],
        ["startsOn", "先开班在前"],
        ["organisationName", "按机构"],
        ["-capacity", "人数多在前"],
      ]}
      item={itemOf}
      renderBulk={(rows, onDone) => <DecideFilings rows={rows} onDone={onDone} />}
      unit="个班"
      emptyTitle="没有待审的开班申请"
      emptyText="培训机构提交的开班计划会出现在这里，五个工作日内答复。"
      keys={[
        ["p", "批准"],
        ["r", "退回"],
        ["1–4", "材料"],
      ]}
      filters={
        <FilterList
          title="范围"
          {...bind("overdue")}
          options={[
            { key: "", title: "全部待审", ...(counted.data?.total === undefined ? {} : { count: counted.data.total }) },
            { key: "true", title: "已超期", count: late },
          ]}
        />
      }
    >
      {(id, _row, done) => <FilingCase id={id} onDone={done} />}
    </CaseQueue>
  );
}

const itemOf = (line: Line): QueueItem => ({
  key: line.id,
  title: line.name,
  detail: `${line.organisationName} · ${projectLabel(line.occupationName, line.level)}`,
  aside: `${line.capacity} 人`,
  who: `${line.number}　${line.submittedAt === null ? "" : `${dateOf(line.submittedAt).slice(5)} 提交`}`,
  due: line.dueOn,
  overdueDays: line.overdue ? Math.max(1, lateDays(line.dueOn)) : 0,
});
