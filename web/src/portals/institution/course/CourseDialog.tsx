import { api } from "../../../api/api.ts";
import { occupations } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../../../api/hooks.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../kit/Button.tsx";
import { Checkbox } from "../../../kit/Checkbox.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { Select } from "../../../kit/Select.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useDraft } from "../../../kit/use-draft.ts";

/** Begins a course; its lessons are added on its own page. */
export function CourseDialog({ onClose }: { onClose: () => void }): ReactElement {
  const draft = useDraft("institution-course", { title: "", summary: "", occupation: "", qualityModule: false });
  const navigate = useNavigate();
  const create = useChange(api.courses.create, {
    refresh: [api.courses.list],
    onSuccess: ({ id }) => {
      draft.clear();
      void navigate(`/institution/courses/${id}`);
    },
  });
  const problem = create.error instanceof ProblemError ? create.error : null;
  const { title, summary, occupation, qualityModule } = draft.value;
  return (
    <Dialog
      open
      onClose={onClose}
      title="新建课程"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不建
          </Button>
          <Button
            busy={create.isPending}
            onClick={() =>
              create.mutate({ body: { title, summary, qualityModule, ...(occupation === "" ? {} : { occupation }) } })
            }
          >
            建好，去加课件
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <ErrorNotice error={create.error} fieldNames={{ "/title": "课程名称", "/summary": "简介" }} />
        <Field label="课程名称" error={problem?.fieldError("/title")}>
          <Input value={title} onChange={(text) => draft.set({ title: text })} maxLength={80} />
        </Field>
        <Field label="简介" required={false} error={problem?.fieldError("/summary")}>
          <TextArea value={summary} onChange={(text) => draft.set({ summary: text })} rows={3} maxLength={500} />
        </Field>
        <Field label="职业（工种）" required={false}>
          <Select
            value={occupation}
            onChange={(code) => draft.set({ occupation: code })}
            placeholder="通用，不限职业"
            choices={occupations.map((one) => ({ value: one.code, label: one.name }))}
          />
        </Field>
        <Checkbox
          checked={qualityModule}
          onChange={(checked) => draft.set({ qualityModule: checked })}
          description="职业道德、法律法规、安全与健康"
        >
          含通用素质内容
        </Checkbox>
      </div>
    </Dialog>
  );
}
