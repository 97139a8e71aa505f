import { api } from "../../../api/api.ts";
import { occupations } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";

/** Begins a course; its lessons are added on its own page. */
export function CourseDialog({ onClose }: { onClose: () => void }): ReactElement {
  const navigate = useNavigate();
  const create = useChange(api.courses.create, {
    refresh: [api.courses.list],
    onSuccess: ({ id }) => {
      form.clear();
      void navigate(`/institution/courses/${id}`);
    },
  });
  const form = useForm({
    initial: { title: "", summary: "", occupation: "", qualityModule: false },
    rules: contractOf(api.courses.create),
    error: create.error,
    draft: "institution-course",
  });
  const { title, summary, occupation, qualityModule } = form.values;
  return (
    <Dialog
      open
      onClose={onClose}
      title="新建课程"
      footer={
        <FormFooter
          form={form}
          close="先不建"
          action="建好，去加课件"
          busy={create.isPending}
          onClose={onClose}
          onConfirm={() =>
            create.mutate({ body: { title, summary, qualityModule, ...(occupation === "" ? {} : { occupation }) } })
          }
        />
      }
    >
      <FormBody form={form}>
        <FormField name="title" label="课程名称">
          <Input {...form.bind("title")} />
        </FormField>
        <FormField name="summary" label="简介">
          <TextArea {...form.bind("summary")} rows={3} />
        </FormField>
        <FormField name="occupation" label="职业（工种）">
          <Select
            {...form.bind("occupation")}
            placeholder="通用，不限职业"
            choices={occupations.map((one) => ({ value: one.code, label: one.name }))}
          />
        </FormField>
        <Checkbox
          checked={qualityModule}
          onChange={(checked) => form.set({ qualityModule: checked })}
          description="职业道德、法律法规、安全与健康"
        >
          含通用素质内容
        </Checkbox>
      </FormBody>
    </Dialog>
  );
}
