import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { dateOf, timeOf } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";
import { useNow } from "../../kit/use-now.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";
import { useDraft } from "../../kit/use-draft.ts";
import { useToast } from "../../kit/Toast.tsx";
import { CorrectionDialog, type Correction } from "./class/CorrectionDialog.tsx";
import { FormBar } from "./class/FormBar.tsx";
import { RollCallRow } from "../../features/classes/RollCallRow.tsx";
import { markKeys, minutesOf, partly, rollCallPhase, type Given } from "../../features/classes/roll-call.ts";
import { SessionLine } from "../../features/classes/SessionLine.tsx";

const LEAVE: Given = { mark: "leave" };

/** 点名: one row per learner, keys 1 to 6 for marks. Marks stay on this device until saved. */
export default function RollCallPage(): ReactElement {
  const { classId = "", id = "" } = useParams();
  const training = useApi(api.classes.show, { params: { id: classId } });
  const sessions = useApi(api.timetable.list, { params: { id: classId } });
  const attendance = useApi(api.attendance.ofSession, { params: { id } }, { refetchInterval: 15_000 });
  const draft = useDraft<{ marks: Record<string, Given> }>(`roll-call-${id}`, { marks: {} });
  const [chosen, setChosen] = useState(0);
  const [correcting, setCorrecting] = useState<Correction | null>(null);
  const tell = useToast();
  const now = useNow();
  const save = useChange(api.attendance.rollCall, {
    refresh: [api.attendance.ofSession, api.attendance.ofClass, api.homes.institution],
    onSuccess: ({ recorded }) => {
      draft.clear();
      tell(`已保存 ${recorded} 人的出勤`);
    },
  });

  const session = sessions.data?.sessions.find((one) => one.id === id);
  const learners = attendance.data?.learners ?? [];
  // Granted leave stands on the roll until the teacher marks otherwise.
  const onLeave = learners.filter((one) => one.onLeave && one.mark === null);
  const marks = { ...Object.fromEntries(onLeave.map((one) => [one.enrolmentId, LEAVE])), ...draft.value.marks };
  const changed = Object.keys(marks).length;
  const phase = session === undefined ? "before" : rollCallPhase(session, now);
  const canCall = phase === "open" && training.data?.state === "running";
  const minutes = session === undefined ? 0 : minutesOf(session);

  function setMark(enrolmentId: string, given: Given): void {
    draft.set({ marks: { ...marks, [enrolmentId]: given } });
  }
  function press(key: keyof typeof markKeys): void {
    const learner = learners[chosen];
    if (!canCall || learner === undefined) return;
    const mark = markKeys[key];
    setMark(learner.enrolmentId, { mark, ...(partly(mark) ? { minutes } : {}) });
    move(1);
  }
  function move(step: number): void {
    const next = Math.max(0, Math.min(learners.length - 1, chosen + step));
    setChosen(next);
    document.getElementById(`roll-${next}`)?.scrollIntoView({ block: "nearest" });
  }
  function allPresent(): void {
    const rest = learners.filter((one) => one.mark === null && marks[one.enrolmentId] === undefined);
    draft.set({
      marks: { ...marks, ...Object.fromEntries(rest.map((one) => [one.enrolmentId, { mark: "present" as const }])) },
    });
  }
  function submit(): void {
    save.mutate({
      params: { id },
      body: { marks: Object.entries(marks).map(([enrolmentId, given]) => ({ enrolmentId, ...given })) },
    });
  }
  useHotkeys({
    ...Object.fromEntries(Object.keys(markKeys).map((key) => [key, () => press(key as keyof typeof markKeys)])),
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    s: changed > 0 && canCall ? submit : undefined,
  });

  const unmarked = learners.filter((one) => one.mark === null && marks[one.enrolmentId] === undefined).length;
  return (
    <StaffPage
      title={canCall ? "点名" : "出勤"}
      intro={session !== undefined && <SessionLine session={session} training={training.data?.name} />}
      actions={
        <>
          <Button variant="secondary" to={`/institution/classes/${classId}/attendance`}>
            回到这个班
          </Button>
          {phase === "over" && ["running", "suspended", "completed"].includes(training.data?.state ?? "") && (
            <Button variant="secondary" to={`/institution/sessions/${classId}/${id}/make-up`}>
              按纸质签到表补记
            </Button>
          )}
          {canCall && (
            <Button variant="secondary" icon="qr" to={`/institution/sessions/${classId}/${id}/screen`}>
              打开签到码
            </Button>
          )}
        </>
      }
    >
      <QueryView query={attendance} lines={12}>
        {() => (
          <div>
            <div className="mb-3 grid gap-3">
              {session !== undefined && !canCall && (
                <Notice>
                  {phase === "before"
                    ? "还没到点名时间。上课前 30 分钟起可以点名和签到。"
                    : training.data?.state === "running"
                      ? "点名时间已过。有差错的，点“更正”并写明理由；整节课漏点的，按纸质签到表补记。"
                      : "这个班不在进行中，出勤不能直接改。结业后有差错的，按纸质签到表补记，由人社部门审核。"}
                </Notice>
              )}
              <ErrorNotice error={save.error} />
            </div>
            {learners.length === 0 ? (
              <Empty title="名册上还没有人">确认报名或导入名册后再点名。</Empty>
            ) : (
              <ul className="grid divide-y divide-line rounded-md border border-line bg-sheet" aria-label="名单">
                {learners.map((learner, index) => (
                  <RollCallRow
                    key={learner.enrolmentId}
                    id={`roll-${index}`}
                    learner={learner}
                    given={marks[learner.enrolmentId]}
                    chosen={canCall && index === chosen}
                    minutes={minutes}
                    onMark={canCall ? (given) => setMark(learner.enrolmentId, given) : undefined}
                    onFocus={() => setChosen(index)}
                    onCorrect={
                      phase === "over" && training.data?.state === "running" && session !== undefined
                        ? () =>
                            setCorrecting({
                              sessionId: id,
                              enrolmentId: learner.enrolmentId,
                              name: learner.name,
                              when: `${dateOf(session.startsAt)} ${timeOf(session.startsAt)}`,
                              topic: session.topic,
                              minutes,
                            })
                        : undefined
                    }
                  />
                ))}
              </ul>
            )}
            {canCall && learners.length > 0 && (
              <FormBar
                note={
                  <span className="num">
                    未点 {unmarked} 人
                    <span className="max-md:hidden">　键盘：1 出勤 2 迟到 3 早退 4 请假 5 病假 6 缺勤，↑↓ 换人</span>
                  </span>
                }
              >
                <Button variant="secondary" disabled={unmarked === 0} onClick={allPresent}>
                  其余都出勤
                </Button>
                <Button busy={save.isPending} disabled={changed === 0} hotkey="s" onClick={submit}>
                  {changed === 0 ? "保存点名" : `保存 ${changed} 人`}
                </Button>
              </FormBar>
            )}
          </div>
        )}
      </QueryView>
      {correcting !== null && <CorrectionDialog correction={correcting} onClose={() => setCorrecting(null)} />}
    </StaffPage>
  );
}
