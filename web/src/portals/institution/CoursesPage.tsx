import { api, type Api } from "../../api/api.ts";
import { findOccupation } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatSeconds } from "../../kit/format.ts";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { type SortName } from "../../lists/use-sort.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";
import { CourseDialog } from "./course/CourseDialog.tsx";
import type { DataColumn } from "../../lists/column.ts";

type Row = Output<Api["courses"]["list"]>["rows"][number];

export const courseStates = {
  draft: { kind: "turn", word: "编辑中" },
  published: { kind: "done", word: "已发布" },
  retired: { kind: "ended", word: "已停用" },
} as const;

const columns: readonly DataColumn<Row, SortName<Api["courses"]["list"]>>[] = [
  {
    key: "title",
    sort: "title",
    title: "课程",
    render: (row) => (
      <span>
        <span className="font-medium">{row.title}</span>
        {row.summary !== "" && <span className="block max-w-xl text-sm text-ink-2 sm:truncate">{row.summary}</span>}
      </span>
    ),
  },
  {
    key: "occupation",
    title: "职业（工种）",
    render: (row) => (row.occupation === null ? "通用" : (findOccupation(row.occupation)?.name ?? row.occupation)),
  },
  { key: "quality", title: "通用素质", render: (row) => (row.qualityModule ? "含" : "–") },
  { key: "lessons", sort: "lessons", title: "课件", align: "right", render: (row) => `${row.lessons} 个` },
  {
    key: "length",
    title: "时长",
    align: "right",
    render: (row) => <span className="num">{formatSeconds(row.durationMs / 1000)}</span>,
  },
  {
    key: "state",
    sort: "state",
    title: "状态",
    render: (row) => <StatusMark kind={courseStates[row.state].kind}>{courseStates[row.state].word}</StatusMark>,
  },
];

/** 网上课程: the school's courses of videos, documents and quizzes. */
export default function CoursesPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const [creating, setCreating] = useState(false);
  const courses = useList(api.courses.list, { usual: "-createdAt", filters, exportAs: "网上课程.xlsx" });
  useHotkeys({ n: () => setCreating(true) });
  return (
    <StaffPage
      title="网上课程"
      intro="做好、发布后，在培训班的“课程”里配给学员；观看时间由系统计入课时。"
      actions={
        <Button icon="plus" hotkey="n" onClick={() => setCreating(true)}>
          新建课程
        </Button>
      }
    >
      <DataTable
        id="institution-courses"
        caption="网上课程"
        unit="个"
        columns={columns}
        {...courses}
        rowKey={(row) => row.id}
        href={(row) => `/institution/courses/${row.id}`}
        filters={
          <Filter
            label="状态"
            {...bind("state")}
            choices={Object.entries(courseStates).map(([value, state]) => ({ value, label: state.word }))}
          />
        }
        empty={
          <Empty title="还没有网上课程" action={<Button onClick={() => setCreating(true)}>新建课程</Button>}>
            一门课程由视频、文档和随堂练习组成。
          </Empty>
        }
      />
      {creating && <CourseDialog onClose={() => setCreating(false)} />}
    </StaffPage>
  );
}
