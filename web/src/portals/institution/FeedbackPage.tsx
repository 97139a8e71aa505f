import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { api, type Api } from "../../api/api.ts";
import { ASPECTS, type Feedback } from "../../features/feedback/aspects.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { dateOf } from "../../kit/format.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import type { DataColumn } from "../../lists/column.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { useList } from "../../lists/use-list.ts";
import type { SortName } from "../../lists/use-sort.ts";
import { ReplyDialog } from "./ReplyDialog.tsx";

/** 学员评价: published words on the school's classes, and the one answer to each. */
export default function FeedbackPage(): ReactElement {
  const [filters, , bind] = useFilters(["answered"]);
  const [answering, setAnswering] = useState<Feedback | null>(null);
  const list = useList(api.classFeedback.list, { usual: "-writtenAt", filters, exportAs: "学员评价.xlsx" });
  const columns: DataColumn<Feedback, SortName<Api["classFeedback"]["list"]>>[] = [
    {
      key: "class",
      title: "培训班",
      render: (row) => (
        <Link
          to={`/institution/classes/${row.classId}`}
          className="font-medium text-accent underline underline-offset-3"
        >
          {row.className}
        </Link>
      ),
    },
    ...ASPECTS.map(({ key, title }) => ({
      key,
      title,
      align: "right" as const,
      render: (row: Feedback) => <span className="num">{row[key]}</span>,
    })),
    {
      key: "text",
      title: "评价",
      render: (row) => (
        <>
          <span className="whitespace-pre-line">{row.text || "只给了星"}</span>
          {row.reply !== null && (
            <span className="mt-1 block border-l-2 border-line-strong pl-2 text-ink-2">
              答复：{row.reply}
              {row.replyRemoved !== null && <span className="text-refuse">（已撤下：{row.replyRemoved}）</span>}
            </span>
          )}
        </>
      ),
    },
    {
      key: "writtenAt",
      sort: "writtenAt",
      title: "写于",
      render: (row) => <span className="num">{dateOf(row.writtenAt)}</span>,
    },
    {
      key: "act",
      title: "办理",
      render: (row) =>
        row.reply === null && (
          <Button variant="secondary" onClick={() => setAnswering(row)}>
            答复
          </Button>
        ),
    },
  ];
  return (
    <StaffPage title="学员评价" intro="学完的人写的，人社部门看过后公开；不写评价人的名字。每条可以公开答复一次。">
      <DataTable
        id="class-feedback"
        caption="学员评价"
        unit="条"
        columns={columns}
        rowKey={(row) => row.id}
        {...list}
        filters={
          <Filter
            {...bind("answered")}
            label="答复"
            all="全部"
            choices={[
              { value: "no", label: "没有答复" },
              { value: "yes", label: "已答复" },
            ]}
          />
        }
        empty={<Empty title="还没有公开的评价">班结业后，可以请学员在自己的班级页里写评价。</Empty>}
      />
      {answering !== null && <ReplyDialog feedback={answering} onClose={() => setAnswering(null)} />}
    </StaffPage>
  );
}
