import { stateKind } from "@jinengtong/words";
import { api, type Api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { dateOf, formatPeriod } from "../../kit/format.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { RowAct } from "../../kit/staff/RowAct.tsx";
import { useList } from "../../lists/use-list.ts";
import { type SortName } from "../../lists/use-sort.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";
import { AdmissionDialog } from "./AdmissionDialog.tsx";
import { AdmissionForm } from "./AdmissionForm.tsx";
import { levelLabel } from "../occupations/levels.ts";
import type { DataColumn } from "../../lists/column.ts";

export type AdmissionLine = Output<Api["admissions"]["list"]>["rows"][number];

interface AdmissionsProps {
  activity: "training" | "evaluation";
  title: string;
  intro: string;
}

/** 准入: occupations and levels that this organisation may train or evaluate, and its applications. */
export function Admissions({ activity, title, intro }: AdmissionsProps): ReactElement {
  const [open, setOpen] = useState<string | null>(null);
  const [applying, setApplying] = useState(false);
  const list = useList(api.admissions.list, {
    usual: "-submittedAt",
    query: { activity },
    limit: 100,
    exportAs: `${title}.xlsx`,
  });
  useHotkeys({ n: () => setApplying(true) });
  const columns: DataColumn<AdmissionLine, SortName<Api["admissions"]["list"]>>[] = [
    {
      key: "occupation",
      sort: "occupationName",
      title: "职业（工种）",
      render: (row) => (
        <button
          type="button"
          className="min-h-6 text-left font-medium underline-offset-3 hover:text-accent hover:underline"
          onClick={() => setOpen(row.id)}
        >
          {row.occupationName} <span className="num text-sm font-normal text-ink-3">{row.occupation}</span>
        </button>
      ),
    },
    { key: "level", sort: "level", title: "等级", render: (row) => levelLabel(row.level) },
    {
      key: "state",
      title: "状态",
      render: (row) => <StatusMark kind={stateKind("admission", row.state)}>{row.stateLabel}</StatusMark>,
    },
    {
      key: "valid",
      sort: "validTo",
      title: "有效期",
      render: (row) =>
        row.validFrom === null ? "–" : <span className="num">{formatPeriod(row.validFrom, row.validTo)}</span>,
    },
    {
      key: "capacity",
      title: "年容量",
      align: "right",
      render: (row) => (row.annualCapacity === null ? "–" : `${row.annualCapacity} 人次`),
    },
    {
      key: "submitted",
      sort: "submittedAt",
      title: "提交",
      render: (row) => (
        <span className="num">
          {row.submittedAt === null ? "–" : dateOf(row.submittedAt)}
          {row.dueOn !== null && (
            <span className={row.overdue ? "ml-2 text-turn" : "ml-2 text-ink-2"}>最迟 {row.dueOn} 答复</span>
          )}
        </span>
      ),
    },
    {
      key: "act",
      title: "办理",
      render: (row) => (
        <RowAct label={`查看 ${row.occupationName} 的准入`} onClick={() => setOpen(row.id)}>
          {row.state === "draft" || row.state === "returned" ? "接着办" : "查看"}
        </RowAct>
      ),
    },
  ];
  return (
    <StaffPage
      title={title}
      intro={intro}
      actions={
        <Button icon="plus" hotkey="n" onClick={() => setApplying(true)}>
          申请准入
        </Button>
      }
    >
      <DataTable
        id={`admissions-${activity}`}
        caption={title}
        unit="件"
        columns={columns}
        {...list}
        rowKey={(row) => row.id}
        filters={<h2 className="font-semibold">按职业和等级</h2>}
        empty={
          <Empty title="还没有准入" action={<Button onClick={() => setApplying(true)}>申请准入</Button>}>
            按职业和等级逐项申请；民办和公办一样办。人社部门 20 个工作日内答复。
          </Empty>
        }
      />
      {applying && <AdmissionForm activity={activity} admission={null} onClose={() => setApplying(false)} />}
      {open !== null && <AdmissionDialog id={open} onClose={() => setOpen(null)} />}
    </StaffPage>
  );
}
