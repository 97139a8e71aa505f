import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { DateInput } from "../../../kit/DateInput.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** Copies plan and timetable into a new draft that begins on another day. */
export function CopyClassDialog({ training, onClose }: { training: TrainingClass; onClose: () => void }): ReactElement {
  const tell = useToast();
  const navigate = useNavigate();
  const copy = useChange(api.classes.copy, {
    refresh: [api.classes.list, api.homes.institution],
    onSuccess: ({ id, number, sessions, left }) => {
      const [first] = left;
      tell(
        first === undefined
          ? `已复制为 ${number}，课表 ${sessions} 节`
          : `已复制为 ${number}，课表 ${sessions} 节；${left.length} 节没有复制，例如 ${first.date} ${first.topic}：${first.sentence}`,
      );
      void navigate(`/institution/classes/${id}/timetable`);
    },
  });
  const form = useForm({
    initial: { name: training.name, startsOn: "" },
    rules: contractOf(api.classes.copy),
    error: copy.error,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`复制“${training.name}”`}
      footer={
        <FormFooter
          form={form}
          close="先不复制"
          action="复制为草稿"
          busy={copy.isPending}
          onClose={onClose}
          onConfirm={() =>
            copy.mutate({
              params: { id: training.id },
              body: { name: form.values.name.trim(), startsOn: form.values.startsOn },
            })
          }
        />
      }
    >
      <FormBody form={form}>
        <p className="text-ink-2">
          计划和课表一起复制，课表按开班日期顺延；与其他班冲突、教师或教室已不在册的课不复制，会告诉您是哪几节。名册、考勤和成绩不复制。
        </p>
        <FormField name="name" label="班级名称">
          <Input {...form.bind("name")} />
        </FormField>
        <FormField name="startsOn" label="新的开班日期" group hint="顺延整周数，星期几就不变">
          <DateInput {...form.bind("startsOn")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
