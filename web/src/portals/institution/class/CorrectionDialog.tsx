import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Dialog } from "../../../kit/Dialog.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { attendanceMarks, methodWords, type AttendanceMark } from "../../../features/classes/attendance-marks.ts";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";

export interface Correction {
  sessionId: string;
  enrolmentId: string;
  name: string;
  when: string;
  topic: string;
  /** Length of the session. */
  minutes: number;
}

const choices = (Object.keys(attendanceMarks) as AttendanceMark[]).map((mark) => ({
  value: mark,
  label: attendanceMarks[mark].word,
}));

/** Corrects a mark after the session, with a reason; the log below keeps the earlier ones. */
export function CorrectionDialog({
  correction,
  onClose,
}: {
  correction: Correction;
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const attendance = useApi(api.attendance.ofSession, { params: { id: correction.sessionId } });
  const line = attendance.data?.learners.find((one) => one.enrolmentId === correction.enrolmentId);
  const correct = useChange(api.attendance.correct, {
    refresh: [api.attendance.ofClass, api.attendance.ofSession],
    onSuccess: () => {
      tell(`${correction.name} 的出勤已更正`);
      onClose();
    },
  });
  const form = useForm({
    initial: { mark: "" as AttendanceMark | "", minutes: String(correction.minutes), reason: "" },
    rules: contractOf(api.attendance.correct),
    error: correct.error,
  });
  const { mark, minutes, reason } = form.values;
  const partly = mark === "late" || mark === "left-early";
  return (
    <Dialog
      open
      onClose={onClose}
      title={`更正 ${correction.name} 的出勤`}
      footer={
        <FormFooter
          form={form}
          close="先不改"
          action={mark === "" ? "更正" : `更正为“${attendanceMarks[mark].word}”`}
          busy={correct.isPending}
          onClose={onClose}
          onConfirm={() => {
            if (mark === "") return;
            correct.mutate({
              params: { id: correction.sessionId },
              body: {
                enrolmentId: correction.enrolmentId,
                mark,
                ...(partly ? { minutes: Number(minutes) } : {}),
                reason: reason.trim(),
              },
            });
          }}
        />
      }
    >
      <FormBody form={form}>
        <p className="num text-ink-2">
          {correction.when}　{correction.topic}
        </p>
        <FormField name="mark" label="应为" group>
          <RadioGroup inline {...form.bind("mark")} choices={choices} />
        </FormField>
        {partly && (
          <FormField name="minutes" label="实际到课" required>
            <Input inputMode="numeric" unit={`分钟，这节课共 ${correction.minutes} 分钟`} {...form.digits("minutes")} />
          </FormField>
        )}
        <FormField name="reason" label="理由" hint="人社部门会看到">
          <TextArea {...form.bind("reason")} rows={2} />
        </FormField>
        <section aria-label="已有的记录">
          <h3 className="mb-1 font-medium">已有的记录</h3>
          {line === undefined || line.log.length === 0 ? (
            <p className="text-ink-2">这节课还没有给 {correction.name} 记过出勤。</p>
          ) : (
            <ol className="divide-y divide-line border-y border-line">
              {line.log.map((entry) => (
                <li key={entry.at} className="flex flex-wrap gap-x-4 py-1.5">
                  <span className="num text-ink-2">{formatInstant(entry.at)}</span>
                  <span className="font-medium">{attendanceMarks[entry.mark as AttendanceMark].word}</span>
                  <span className="text-ink-2">{methodWords[entry.method] ?? entry.method}</span>
                  {entry.reason !== null && <span>{entry.reason}</span>}
                </li>
              ))}
            </ol>
          )}
        </section>
      </FormBody>
    </Dialog>
  );
}
