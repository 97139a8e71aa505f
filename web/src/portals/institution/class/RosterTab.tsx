import { stateChoices, stateKind } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApiPages, useChange } from "../../../api/hooks.ts";
import { call } from "../../../api/client.ts";
import { BulkAct } from "../../../lists/BulkAct.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { dateOf } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { pageOf } from "../../../lists/pages.ts";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { useList } from "../../../lists/use-list.ts";
import { type SortName } from "../../../lists/use-sort.ts";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { CompletionRule } from "../../../features/classes/CompletionRule.tsx";
import { ClassOutlook } from "../../../features/classes/ClassOutlook.tsx";
import { AddLearnerDialog } from "./AddLearnerDialog.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { OutcomeDialog } from "./OutcomeDialog.tsx";
import { NoLearnerFound } from "./NoLearnerFound.tsx";
import { RosterImport } from "./RosterImport.tsx";
import { Seats } from "./Seats.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";
import type { RosterLine } from "./roster-line.ts";
import type { DataColumn } from "../../../lists/column.ts";

const open = new Set(["draft", "returned", "submitted", "approved"]);

/** 名册: learners of this class; applied, entered or imported, until the roster is frozen. */
export function RosterTab({ training }: { training: TrainingClass }): ReactElement {
  const [filters, setFilters, bind] = useFilters(["q", "state"]);
  const filtered = filters.q !== "" || filters.state !== "";
  const roster = useList(api.roster.list, {
    params: { id: training.id },
    usual: "seat",
    limit: 200,
    filters,
    exportAs: `花名册-${training.number}.xlsx`,
  });
  const [dialog, setDialog] = useState<"add" | "import" | null>(null);
  const [leaving, setLeaving] = useState<{ line: RosterLine; kind: "reject" | "leave" } | null>(null);
  const [failing, setFailing] = useState<RosterLine | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const tell = useToast();
  const decide = useChange(api.enrolments.decide, {
    refresh: [api.roster.list, api.classes.show, api.homes.institution],
  });
  const accept = (row: RosterLine): void =>
    decide.mutate(
      { params: { id: row.enrolmentId }, body: { verdict: "accept" } },
      { onSuccess: () => tell(`已确认 ${row.name} 的报名，已通知本人`) },
    );
  const editable = open.has(training.state);
  // Applicants are counted and can be confirmed whatever the filter.
  const applied = useApiPages(
    api.roster.list,
    { params: { id: training.id }, query: { state: "applied", limit: 200 } },
    pageOf,
  ).rows;
  useHotkeys({
    a: editable ? () => setDialog("add") : undefined,
    i: editable ? () => setDialog("import") : undefined,
  });

  const columns: DataColumn<RosterLine, SortName<Api["roster"]["list"]>>[] = [
    { key: "seat", sort: "seat", title: "座号", align: "right", width: "4rem", render: (row) => row.seat ?? "–" },
    { key: "name", sort: "name", title: "姓名", render: (row) => <span className="font-medium">{row.name}</span> },
    { key: "sex", title: "性别", render: (row) => (row.sex === "M" ? "男" : "女") },
    { key: "id", title: "身份证号", render: (row) => <span className="num">{row.citizenIdMasked}</span> },
    { key: "phone", title: "手机号", render: (row) => <span className="num">{row.phoneMasked ?? "没有留"}</span> },
    { key: "group", title: "人员类别", render: (row) => row.groupLabel ?? "–" },
    { key: "town", sort: "town", title: "镇街", render: (row) => regionName(row.town), optional: true },
    {
      key: "on",
      sort: "enrolledAt",
      title: "入册",
      render: (row) => <span className="num">{dateOf(row.enrolledAt)}</span>,
      optional: true,
    },
    {
      key: "state",
      title: "状态",
      render: (row) => (
        <span>
          <StatusMark kind={stateKind("enrolment", row.state)}>{row.stateLabel}</StatusMark>
          {row.notCompleted !== null && <span className="block text-sm text-ink-2">{row.notCompleted}</span>}
        </span>
      ),
    },
    {
      key: "act",
      title: "办理",
      render: (row) => (
        <span className="flex gap-3">
          {row.state === "applied" && (
            <>
              <RowAct label={`确认 ${row.name} 的报名`} onClick={() => accept(row)}>
                确认
              </RowAct>
              <RowAct label={`谢绝 ${row.name} 的报名`} onClick={() => setLeaving({ line: row, kind: "reject" })}>
                谢绝
              </RowAct>
            </>
          )}
          {row.state === "enrolled" && (editable || training.state === "running") && (
            <RowAct label={`${row.name} 退班`} onClick={() => setLeaving({ line: row, kind: "leave" })}>
              退班
            </RowAct>
          )}
          {row.state === "enrolled" && training.state === "completed" && (
            <RowAct label={`登记 ${row.name} 未结业`} onClick={() => setFailing(row)}>
              登记未结业
            </RowAct>
          )}
        </span>
      ),
    },
  ];

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <Seats capacity={training.capacity} taken={training.seatsTaken} applied={applied.length} />
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" icon="print" to={`/institution/classes/${training.id}/print/roster`}>
            打印名册
          </Button>
          {editable && (
            <>
              <Button variant="secondary" icon="upload" hotkey="i" onClick={() => setDialog("import")}>
                导入名册
              </Button>
              <Button icon="plus" hotkey="a" onClick={() => setDialog("add")}>
                添加学员
              </Button>
            </>
          )}
        </div>
      </div>
      {!editable && training.state === "running" && (
        <Notice
          action={
            <Button variant="secondary" to={`/institution/classes/${training.id}/changes`}>
              提交加人变更
            </Button>
          }
        >
          开班后名册已锁定。中途加人须提交变更、人社部门同意后入册；退班的座位不再补人。
        </Notice>
      )}
      <DataTable
        id="class-roster"
        caption="名册"
        unit="人"
        columns={columns}
        {...roster}
        rowKey={(row) => row.enrolmentId}
        error={roster.error ?? decide.error}
        {...(applied.length > 0
          ? {
              selection: { keys: chosen, onChange: setChosen },
              selectionActions: (
                <BulkAct
                  rows={applied.filter((row) => chosen.has(row.enrolmentId))}
                  keyOf={(row) => row.enrolmentId}
                  nameOf={(row) => row.name}
                  act={(row) =>
                    call(api.enrolments.decide, { params: { id: row.enrolmentId }, body: { verdict: "accept" } })
                  }
                  refresh={[api.roster.list, api.classes.show, api.homes.institution]}
                  verb="确认报名"
                  unit="人"
                  title="确认所选的报名"
                  consequences={["逐人入册、占座位，本人会收到通知。", "座位不够或不能入班的不确认，会列出原因。"]}
                  said={(done) => `已确认 ${done} 人的报名，已通知本人`}
                  onDone={setChosen}
                />
              ),
            }
          : {})}
        filters={
          <>
            <WordsFilter label="姓名中的字" {...bind("q")} />
            <Filter label="状态" {...bind("state")} choices={stateChoices("enrolment")} />
            {applied.length > 0 && <StatusMark kind="turn">{`${applied.length} 人报名等您确认`}</StatusMark>}
          </>
        }
        empty={
          filtered ? (
            <NoLearnerFound by="状态" onReset={() => setFilters({ q: "", state: "" })} />
          ) : (
            <Empty title="名册上还没有人">
              {editable ? "逐个添加、从 Excel 导入，或在计划里打开“接受学员自己报名”。" : "这个班没有学员。"}
            </Empty>
          )
        }
      />
      <CompletionRule classId={training.id} />
      <ClassOutlook classId={training.id} />
      {dialog === "add" && <AddLearnerDialog training={training} onClose={() => setDialog(null)} />}
      <RosterImport training={training} open={dialog === "import"} onClose={() => setDialog(null)} />
      {failing !== null && <OutcomeDialog line={failing} onClose={() => setFailing(null)} />}
      {leaving !== null && <LeaveDialog {...leaving} onClose={() => setLeaving(null)} />}
    </div>
  );
}
