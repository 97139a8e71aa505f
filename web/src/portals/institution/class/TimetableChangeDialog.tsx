import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../kit/Button.tsx";
import { CheckboxGroup } from "../../../kit/CheckboxGroup.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { dateOf, timeOf } from "../../../kit/format.ts";
import { daysAfter, today, weekdayOf } from "../../../kit/today.ts";
import { useNow } from "../../../kit/use-now.ts";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { SessionFields } from "./SessionFields.tsx";
import { bodyOf, emptySession, valuesOf, type SessionLine, type SessionValues } from "./session-values.ts";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

interface TimetableChangeDialogProps {
  training: TrainingClass;
  sessions: readonly SessionLine[];
  onClose: () => void;
}

/** Asks to cancel meetings and to add others in their place. Nothing that was approved is rewritten. */
export function TimetableChangeDialog({ training, sessions, onClose }: TimetableChangeDialogProps): ReactElement {
  const [cancel, setCancel] = useState<string[]>([]);
  const [added, setAdded] = useState<SessionValues[]>([]);
  const [reason, setReason] = useState("");
  const tell = useToast();
  const now = useNow();
  const ask = useChange(api.classChanges.ask, {
    refresh: [api.classChanges.list, api.timetable.list, api.classes.show],
    onSuccess: ({ state }) => {
      tell(state === "applied" ? "课表已变更" : "变更申请已提交，等人社部门答复");
      onClose();
    },
  });
  const problem = ask.error instanceof ProblemError ? ask.error : null;
  const ahead = sessions.filter((one) => !one.cancelled && Date.parse(one.startsAt) > now);

  function addOne(): void {
    const model = ahead.find((one) => cancel.includes(one.id)) ?? ahead[0];
    const next = model === undefined ? emptySession(daysAfter(today(), 1)) : valuesOf(model);
    setAdded([...added, next]);
  }

  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title="申请改课表"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不改
          </Button>
          <Button
            busy={ask.isPending}
            disabled={cancel.length + added.length === 0 || reason.trim().length < 2}
            onClick={() =>
              ask.mutate({
                params: { id: training.id },
                body: { kind: "timetable", cancel, sessions: added.map(bodyOf), reason: reason.trim() },
              })
            }
          >
            {cancel.length + added.length === 0
              ? "提交变更"
              : `提交：取消 ${cancel.length} 节，增加 ${added.length} 节`}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <ErrorNotice error={ask.error} fieldNames={{ "/reason": "理由" }} />
        <Field label="取消哪几节" group required={false} hint="只列还没上的课。">
          {ahead.length === 0 ? (
            <p className="text-ink-2">没有还没上的课。</p>
          ) : (
            <div className="max-h-60 overflow-y-auto p-1">
              <CheckboxGroup
                value={cancel}
                onChange={setCancel}
                choices={ahead.map((one) => ({
                  value: one.id,
                  label: `${dateOf(one.startsAt)} ${weekdayOf(dateOf(one.startsAt))} ${timeOf(one.startsAt)}　${one.topic}`,
                  description: `${one.teacherName} · ${one.roomName} · ${one.hours} 课时`,
                }))}
              />
            </div>
          )}
        </Field>
        <section aria-label="增加的课" className="grid gap-4">
          <div className="flex items-center justify-between gap-3">
            <h3 className="font-medium">增加的课</h3>
            <Button variant="secondary" icon="plus" onClick={addOne}>
              增加一节
            </Button>
          </div>
          {added.map((values, index) => (
            <div key={index} className="rounded-md border border-line p-3">
              <div className="mb-2 flex items-center justify-between gap-3">
                <p className="num font-medium">第 {index + 1} 节</p>
                <Button variant="quiet" onClick={() => setAdded(added.filter((_, at) => at !== index))}>
                  不加这节
                </Button>
              </div>
              <SessionFields
                values={values}
                onChange={(change) => setAdded(added.map((one, at) => (at === index ? { ...one, ...change } : one)))}
                problem={problem}
                at={`/sessions/${index}`}
              />
            </div>
          ))}
        </section>
        <Field label="理由" hint="学员和人社部门会看到" error={problem?.fieldError("/reason")}>
          <TextArea value={reason} onChange={setReason} rows={2} maxLength={500} />
        </Field>
      </div>
    </Dialog>
  );
}
