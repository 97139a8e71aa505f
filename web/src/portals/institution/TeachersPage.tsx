import { api, type Api } from "../../api/api.ts";
import { findOccupation } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { call } from "../../api/client.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { BulkAct } from "../../lists/BulkAct.tsx";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { useAskedChange } from "../../lists/use-asked-change.ts";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { useList } from "../../lists/use-list.ts";
import { type SortName } from "../../lists/use-sort.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";
import { TeacherDialog } from "./TeacherDialog.tsx";
import type { Teacher } from "./teacher.ts";
import type { DataColumn } from "../../lists/column.ts";

const GONE = ["以后排课选不到这位教师；已排的课要在提交前换人。", "过去上过的课仍记在这位教师名下。"];

/** 师资: teachers with occupations and qualifications. */
export default function TeachersPage(): ReactElement {
  const id = useSession().data?.account?.organisationId ?? "";
  const [filters, , bind] = useFilters(["q", "state"]);
  const [editing, setEditing] = useState<Teacher | "new" | null>(null);
  const teachers = useList(api.teachers.list, {
    params: { id },
    usual: "name",
    filters,
    exportAs: "教师名单.xlsx",
  });
  const leaving = useAskedChange<Teacher>(api.teachers.leave, {
    refresh: [api.teachers.list],
    said: () => "已登记离职",
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  useHotkeys({ n: () => setEditing("new") });

  const columns: DataColumn<Teacher, SortName<Api["teachers"]["list"]>>[] = [
    { key: "name", sort: "name", title: "姓名", render: (row) => <span className="font-medium">{row.name}</span> },
    {
      key: "id",
      title: "身份证号",
      render: (row) => <span className="num whitespace-nowrap">{row.citizenIdMasked}</span>,
    },
    {
      key: "phone",
      title: "手机号",
      render: (row) => <span className="num whitespace-nowrap">{row.phoneMasked ?? "没有留"}</span>,
    },
    { key: "employment", sort: "employment", title: "用工形式", render: (row) => row.employmentLabel },
    {
      key: "occupations",
      title: "可以教",
      render: (row) =>
        row.occupations.length === 0
          ? "没有登记"
          : row.occupations.map((code) => findOccupation(code)?.name ?? code).join("、"),
    },
    { key: "qualification", sort: "qualification", title: "资格", render: (row) => row.qualification ?? "–" },
    {
      key: "state",
      sort: "state",
      title: "状态",
      render: (row) =>
        row.state === "active" ? (
          <StatusMark kind="done">在册</StatusMark>
        ) : (
          <StatusMark kind="ended">已离职</StatusMark>
        ),
    },
    {
      key: "act",
      title: "办理",
      render: (row) =>
        row.state === "active" ? (
          <span className="flex gap-3 whitespace-nowrap">
            <RowAct label={`修改 ${row.name}`} onClick={() => setEditing(row)}>
              修改
            </RowAct>
            <RowAct label={`${row.name} 离职`} onClick={() => leaving.ask(row)}>
              离职
            </RowAct>
          </span>
        ) : (
          ""
        ),
    },
  ];
  return (
    <StaffPage
      title="师资"
      intro="排课只能选在册教师；同一位教师同一时间只能在一处上课，在别的机构兼课也算。"
      actions={
        <Button icon="plus" hotkey="n" onClick={() => setEditing("new")}>
          登记教师
        </Button>
      }
    >
      <DataTable
        id="institution-teachers"
        caption="教师"
        unit="人"
        columns={columns}
        {...teachers}
        rowKey={(row) => row.id}
        selection={{ keys: chosen, onChange: setChosen }}
        selectionActions={
          <BulkAct
            danger
            rows={teachers.rows.filter((one) => chosen.has(one.id) && one.state === "active")}
            keyOf={(one) => one.id}
            nameOf={(one) => one.name}
            act={(one) => call(api.teachers.leave, { params: { id: one.id } })}
            refresh={[api.teachers.list]}
            verb="登记离职"
            unit="人"
            title="所选的登记离职"
            consequences={GONE}
            said={(done) => `已登记 ${done} 人离职`}
            onDone={setChosen}
          />
        }
        filters={
          <>
            <WordsFilter label="姓名开头的字" {...bind("q")} />
            <Filter
              label="状态"
              {...bind("state")}
              choices={[
                { value: "active", label: "在册" },
                { value: "left", label: "已离职" },
              ]}
            />
          </>
        }
        empty={
          <Empty title="没有教师" action={<Button onClick={() => setEditing("new")}>登记教师</Button>}>
            登记实名、可以教的职业和资格，排课时就能选到。
          </Empty>
        }
      />
      {editing !== null && (
        <TeacherDialog
          organisationId={id}
          teacher={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
      <ConfirmSheet
        {...leaving.sheet}
        title={`${leaving.row?.name ?? ""} 离职`}
        consequences={GONE}
        action="登记离职"
      />
    </StaffPage>
  );
}
