import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import type { Output } from "../../../api/client.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { dateOf, formatInstant, timeOf } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { StatusMark, type StatusKind } from "../../../kit/StatusMark.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { useList } from "../../../lists/use-list.ts";
import { type SortName } from "../../../lists/use-sort.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { JoinerDialog } from "./JoinerDialog.tsx";
import { TimetableChangeDialog } from "./TimetableChangeDialog.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";
import type { DataColumn } from "../../../lists/column.ts";

type Row = Output<Api["classChanges"]["list"]>["rows"][number];

const kinds: Record<string, StatusKind> = {
  submitted: "doing",
  applied: "done",
  refused: "refused",
  withdrawn: "ended",
};

const KINDS = { timetable: "课表", joiner: "加人", attendance: "补记出勤" } as const;

/** 变更: changes requested after approval, and new requests. */
export function ChangesTab({ training }: { training: TrainingClass }): ReactElement {
  const changes = useList(api.classChanges.list, {
    usual: "submittedAt",
    query: { classId: training.id },
    exportAs: "变更申请.xlsx",
  });
  const sessions = useApi(api.timetable.list, { params: { id: training.id } });
  const [dialog, setDialog] = useState<"timetable" | "joiner" | null>(null);
  const tell = useToast();
  const withdraw = useChange(api.classChanges.withdraw, {
    refresh: [api.classChanges.list],
    onSuccess: () => tell("变更申请已撤回"),
  });
  const possible = ["approved", "running", "suspended"].includes(training.state);

  function contentOf(row: Row): string {
    if (row.kind === "attendance") {
      const { sessionId, marks } = row.content as { sessionId: string; marks: unknown[] };
      const found = sessions.data?.sessions.find((one) => one.id === sessionId);
      const when = found === undefined ? "一节课" : `${dateOf(found.startsAt).slice(5)} ${timeOf(found.startsAt)}`;
      return `按签到表补记 ${when} ${marks.length} 人的出勤`;
    }
    if (row.kind === "joiner") return `加入 ${row.learnerName ?? "一名学员"}`;
    const content = row.content as {
      cancel?: string[];
      sessions?: { date: string; from: string; topic: string }[];
      against?: string[];
    };
    const cancelled = (content.cancel ?? []).map((id) => {
      const found = sessions.data?.sessions.find((one) => one.id === id);
      return found === undefined
        ? "一节课"
        : `${dateOf(found.startsAt).slice(5)} ${timeOf(found.startsAt)} ${found.topic}`;
    });
    const added = (content.sessions ?? []).map((one) => `${one.date.slice(5)} ${one.from} ${one.topic}`);
    return [
      ...(cancelled.length > 0 ? [`取消 ${cancelled.join("、")}`] : []),
      ...(added.length > 0 ? [`增加 ${added.join("、")}`] : []),
      ...(content.against ?? []).map((sentence) => `不符合要求：${sentence}`),
    ].join("；");
  }

  const columns: DataColumn<Row, SortName<Api["classChanges"]["list"]>>[] = [
    {
      key: "at",
      sort: "submittedAt",
      title: "提交",
      render: (row) => <span className="num">{formatInstant(row.submittedAt)}</span>,
    },
    { key: "kind", title: "类别", render: (row) => KINDS[row.kind] },
    { key: "content", title: "内容", render: contentOf },
    { key: "reason", title: "理由", render: (row) => row.reason },
    {
      key: "state",
      title: "状态",
      render: (row) => (
        <span>
          <StatusMark kind={row.overdue ? "late" : (kinds[row.state] ?? "waiting")}>{row.stateLabel}</StatusMark>
          {row.dueOn !== null && <span className="num ml-2 text-sm text-ink-2">最迟 {row.dueOn} 答复</span>}
          {row.decisionReason !== null && <span className="block text-sm text-ink-2">{row.decisionReason}</span>}
        </span>
      ),
    },
    {
      key: "act",
      title: "办理",
      render: (row) =>
        row.state === "submitted" ? (
          <RowAct onClick={() => withdraw.mutate({ params: { id: row.id } })}>撤回</RowAct>
        ) : (
          ""
        ),
    },
  ];

  return (
    <div className="grid gap-4">
      {possible ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-2">
            {training.state === "approved"
              ? "开班前的课表变更立即生效；改后不符合开班要求的（如取消通用素质课、课时不足），须人社部门同意。"
              : "开班后的变更由人社部门 5 个工作日内答复，同意后生效；已有出勤的课不能取消。"}
          </p>
          <span className="flex flex-wrap gap-2">
            <Button variant="secondary" icon="person" onClick={() => setDialog("joiner")}>
              申请加人
            </Button>
            <Button icon="plus" onClick={() => setDialog("timetable")}>
              申请改课表
            </Button>
          </span>
        </div>
      ) : (
        <Notice>批准后到结业前可以提交变更。还在填报的，请直接改计划和课表。</Notice>
      )}
      <DataTable
        id="class-changes"
        caption="变更申请"
        unit="件"
        columns={columns}
        {...changes}
        rowKey={(row) => row.id}
        error={changes.error ?? withdraw.error}
        filters={<h2 className="font-semibold">变更申请</h2>}
        empty={<Empty title="没有变更">批准后的课表和名册要改，都从这里提交，原来的安排和理由会留着。</Empty>}
      />
      {dialog === "joiner" && <JoinerDialog training={training} onClose={() => setDialog(null)} />}
      {dialog === "timetable" && (
        <TimetableChangeDialog
          training={training}
          sessions={sessions.data?.sessions ?? []}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}
