import { api } from "../../api/api.ts";
import { groups, type Group } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { CheckboxGroup } from "../../kit/CheckboxGroup.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Project } from "./catalogue-lists.ts";

const kinds = [
  { value: "named-plan", label: "专项计划", description: "面向某类人群的行动" },
  { value: "project-based", label: "项目制培训", description: "整建制购买培训服务" },
] as const;

/** A training project or named plan; giving it a last day closes it. */
export function CatalogueProjectDialog({ project, onClose }: { project?: Project; onClose: () => void }): ReactElement {
  const [form, setForm] = useState({
    code: project?.code ?? "",
    name: project?.name ?? "",
    kind: project?.kind ?? "named-plan",
    groups: (project?.groups ?? []) as Group[],
    clause: project?.clause ?? "",
    openFrom: project?.openFrom ?? "",
    openTo: project?.openTo ?? "",
  });
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const tell = useToast();
  const settings = {
    refresh: [api.projects.list, api.catalogue.draft] as const,
    onSuccess: () => {
      tell(project === undefined ? "项目已新建，发布目录后向社会公布" : "项目已修改");
      onClose();
    },
  };
  const add = useChange(api.projects.add, settings);
  const edit = useChange(api.projects.edit, settings);
  const error = add.error ?? edit.error;
  const problem = error instanceof ProblemError ? error : undefined;
  const complete =
    form.code.trim() !== "" && form.name.trim().length > 1 && form.clause.trim() !== "" && form.openFrom !== "";

  function save(): void {
    const body = {
      ...form,
      code: form.code.trim(),
      name: form.name.trim(),
      clause: form.clause.trim(),
      openTo: form.openTo === "" ? null : form.openTo,
    };
    if (project === undefined) add.mutate({ body });
    else edit.mutate({ params: { id: project.id }, body });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={project === undefined ? "新建培训项目" : `修改 ${project.name}`}
      size="wide"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不改
          </Button>
          <Button busy={add.isPending || edit.isPending} disabled={!complete} onClick={save}>
            {project === undefined ? "新建" : "保存修改"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="代码" error={problem?.fieldError("/code")}>
          <Input value={form.code} onChange={(code) => change({ code })} maxLength={40} />
        </Field>
        <Field label="名称" error={problem?.fieldError("/name")}>
          <Input value={form.name} onChange={(name) => change({ name })} maxLength={80} />
        </Field>
        <Field label="类别" group className="sm:col-span-2">
          <RadioGroup inline value={form.kind} onChange={(kind) => change({ kind })} choices={kinds} />
        </Field>
        <Field label="条款" error={problem?.fieldError("/clause")}>
          <Input value={form.clause} onChange={(clause) => change({ clause })} maxLength={40} />
        </Field>
        <span />
        <Field label="受理从" group error={problem?.fieldError("/openFrom")}>
          <DateInput value={form.openFrom} onChange={(openFrom) => change({ openFrom })} />
        </Field>
        <Field label="受理到" group required={false} error={problem?.fieldError("/openTo")}>
          <DateInput value={form.openTo} onChange={(openTo) => change({ openTo })} />
        </Field>
        <Field label="面向人群" hint="不选表示不限" group required={false} className="sm:col-span-2">
          <CheckboxGroup
            inline
            value={form.groups}
            onChange={(next) => change({ groups: next })}
            choices={groups.options.map((one) => ({ value: one.code, label: one.label }))}
          />
        </Field>
        <div className="sm:col-span-2">
          <ErrorNotice error={error} />
        </div>
      </div>
    </Dialog>
  );
}
