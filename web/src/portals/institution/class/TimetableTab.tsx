import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useSearchParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { dateOf, formatNumber } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { daysAfter, mondayOf } from "../../../kit/today.ts";
import { ProgressBar } from "../../../kit/ProgressBar.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { WeekGrid } from "../WeekGrid.tsx";
import { WeekPicker } from "../WeekPicker.tsx";
import { SessionDialog } from "./SessionDialog.tsx";
import { emptySession, entryOf, valuesOf } from "./session-values.ts";
import { TimetableImport } from "./TimetableImport.tsx";
import { TimetableTable } from "./TimetableTable.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** 课表: week and table; entered by hand or imported while the class is being filed. */
export function TimetableTab({ training }: { training: TrainingClass }): ReactElement {
  const sessions = useApi(api.timetable.list, { params: { id: training.id } });
  const [search, setSearch] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const editable = training.state === "draft" || training.state === "returned";
  const chosen = search.get("session");
  const week = search.get("week") ?? mondayOf(training.startsOn);
  const set = (name: string, value: string | null) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  useHotkeys({ a: editable ? () => setAdding(true) : undefined });

  return (
    <QueryView query={sessions} lines={8}>
      {({ sessions: lines }) => {
        const held = lines.filter((line) => !line.cancelled);
        const practice = held.reduce((sum, line) => sum + (line.practice ? line.hours : 0), 0);
        const edited = lines.find((line) => line.id === chosen);
        const latest = held.at(-1);
        return (
          <div className="grid gap-4">
            <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
              <div className="w-full max-w-md">
                <p className="num mb-1 flex justify-between gap-4">
                  <span>
                    已排 <strong className="font-semibold">{formatNumber(training.plannedHours)}</strong> /{" "}
                    {training.requiredHours} 课时
                  </span>
                  <span className="text-ink-2">
                    {held.length} 节，实操占{" "}
                    {training.plannedHours === 0 ? 0 : Math.round((practice / training.plannedHours) * 100)}%
                  </span>
                </p>
                <ProgressBar
                  label="已排课时"
                  value={training.plannedHours}
                  max={training.requiredHours}
                  target={training.requiredHours * (1 - training.onlineRatio)}
                />
                {training.onlineRatio > 0 && (
                  <p className="num mt-1 text-sm text-ink-2">
                    竖线处是面授至少 {formatNumber(training.requiredHours * (1 - training.onlineRatio))}{" "}
                    课时，其余可由网上学习补足。
                  </p>
                )}
              </div>
              {editable && (
                <div className="flex flex-wrap gap-2">
                  <TimetableImport classId={training.id} />
                  <Button icon="plus" hotkey="a" onClick={() => setAdding(true)}>
                    添加一节课
                  </Button>
                </div>
              )}
            </div>
            {!editable && ["approved", "running", "suspended"].includes(training.state) && (
              <Notice
                action={
                  <Button variant="secondary" to={`/institution/classes/${training.id}/changes`}>
                    去提交变更
                  </Button>
                }
              >
                {training.state === "approved"
                  ? "课表已批准。开班前提交变更立即生效。"
                  : "课表已批准。开班后改课须提交变更，人社部门同意后生效。"}
              </Notice>
            )}
            {lines.length === 0 ? (
              <Empty title="还没有课表">
                {editable ? "按“添加一节课”逐节排，或按模板填好后从 Excel 导入。" : "这个班没有排课。"}
              </Empty>
            ) : (
              <>
                <WeekPicker from={week} onChange={(monday) => set("week", monday)} />
                <WeekGrid
                  label="一周课表"
                  from={week}
                  entries={lines.map(entryOf)}
                  onOpen={(entry) => editable && set("session", entry.id)}
                />
                <TimetableTable
                  classId={training.id}
                  sessions={lines}
                  running={training.state === "running"}
                  onEdit={editable ? (line) => set("session", line.id) : undefined}
                />
              </>
            )}
            {adding && (
              <SessionDialog
                classId={training.id}
                sessionId={null}
                initial={
                  latest === undefined
                    ? emptySession(training.startsOn)
                    : { ...valuesOf(latest), topic: "", date: daysAfter(dateOf(latest.startsAt), 1) }
                }
                onClose={() => setAdding(false)}
              />
            )}
            {editable && edited !== undefined && (
              <SessionDialog
                key={edited.id}
                classId={training.id}
                sessionId={edited.id}
                initial={valuesOf(edited)}
                onClose={() => set("session", null)}
              />
            )}
          </div>
        );
      }}
    </QueryView>
  );
}
