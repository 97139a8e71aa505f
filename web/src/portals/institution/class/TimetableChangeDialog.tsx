import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { CheckboxGroup } from "../../../kit/CheckboxGroup.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { dateOf, timeOf } from "../../../kit/format.ts";
import { daysAfter, today, weekdayOf } from "../../../kit/today.ts";
import { useNow } from "../../../kit/use-now.ts";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { SessionFields } from "./SessionFields.tsx";
import { bodyOf, emptySession, valuesOf, type SessionLine, type SessionValues } from "./session-values.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

interface TimetableChangeDialogProps {
  training: TrainingClass;
  sessions: readonly SessionLine[];
  onClose: () => void;
}

/** Requests cancelled and added sessions. Nothing approved is rewritten. */
export function TimetableChangeDialog({ training, sessions, onClose }: TimetableChangeDialogProps): ReactElement {
  const tell = useToast();
  const now = useNow();
  const ask = useChange(api.classChanges.ask, {
    refresh: [api.classChanges.list, api.timetable.list, api.classes.show],
    onSuccess: ({ state }) => {
      tell(state === "applied" ? "课表已变更" : "变更申请已提交，等人社部门答复");
      onClose();
    },
  });
  const form = useForm({
    initial: { cancel: [] as string[], sessions: [] as SessionValues[], reason: "" },
    rules: contractOf(api.classChanges.ask),
    error: ask.error,
  });
  const { cancel, sessions: added, reason } = form.values;
  const ahead = sessions.filter((one) => !one.cancelled && Date.parse(one.startsAt) > now);

  function addOne(): void {
    const model = ahead.find((one) => cancel.includes(one.id)) ?? ahead[0];
    const next = model === undefined ? emptySession(daysAfter(today(), 1)) : valuesOf(model);
    form.set({ sessions: [...added, next] });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title="申请改课表"
      footer={
        <FormFooter
          form={form}
          close="先不改"
          action={
            cancel.length + added.length === 0 ? "提交变更" : `提交：取消 ${cancel.length} 节，增加 ${added.length} 节`
          }
          busy={ask.isPending}
          disabled={cancel.length + added.length === 0}
          onClose={onClose}
          onConfirm={() =>
            ask.mutate({
              params: { id: training.id },
              body: { kind: "timetable", cancel, sessions: added.map(bodyOf), reason: reason.trim() },
            })
          }
        />
      }
    >
      <FormBody form={form} className="grid gap-5">
        <FormField name="cancel" label="取消哪几节" group hint="只列还没上的课。">
          {ahead.length === 0 ? (
            <p className="text-ink-2">没有还没上的课。</p>
          ) : (
            <div className="max-h-60 overflow-y-auto p-1">
              <CheckboxGroup
                {...form.bind("cancel")}
                choices={ahead.map((one) => ({
                  value: one.id,
                  label: `${dateOf(one.startsAt)} ${weekdayOf(dateOf(one.startsAt))} ${timeOf(one.startsAt)}　${one.topic}`,
                  description: `${one.teacherName} · ${one.roomName} · ${one.hours} 课时`,
                }))}
              />
            </div>
          )}
        </FormField>
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
                <Button variant="quiet" onClick={() => form.set({ sessions: added.filter((_, at) => at !== index) })}>
                  不加这节
                </Button>
              </div>
              <SessionFields
                values={values}
                onChange={(change) => form.setRow("sessions", index, change)}
                at={`sessions/${index}/`}
              />
            </div>
          ))}
        </section>
        <FormField name="reason" label="理由" hint="学员和人社部门会看到">
          <TextArea {...form.bind("reason")} rows={2} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
