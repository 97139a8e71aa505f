import { api } from "../../api/api.ts";
import { groups, type Group } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { CheckboxGroup } from "../../kit/CheckboxGroup.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, FormNotice, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { Select } from "../../kit/Select.tsx";
import type { Project } from "./catalogue-lists.ts";

const kinds = [
  { value: "named-plan", label: "专项计划", description: "面向某类人群的行动" },
  { value: "project-based", label: "项目制培训", description: "整建制购买培训服务" },
] as const;

/** A training project or named plan; giving it a last day closes it. */
export function CatalogueProjectDialog({ project, onClose }: { project?: Project; onClose: () => void }): ReactElement {
  const tell = useToast();
  const offices = useApi(api.organisations.list, { query: { kind: "department", limit: 100 } });
  const settings = {
    refresh: [api.projects.list, api.catalogue.draft] as const,
    onSuccess: () => {
      tell(project === undefined ? "项目已新建，发布目录后向社会公布" : "项目已修改");
      onClose();
    },
  };
  const add = useChange(api.projects.add, settings);
  const edit = useChange(api.projects.edit, settings);
  const form = useForm({
    initial: {
      code: project?.code ?? "",
      name: project?.name ?? "",
      kind: project?.kind ?? ("named-plan" as const),
      groups: (project?.groups ?? []) as Group[],
      clause: project?.clause ?? "",
      openFrom: (project?.openFrom ?? "") as string,
      openTo: (project?.openTo ?? "") as string,
      ownerId: project?.ownerId ?? "",
      warnPercent: String(project?.warnPercent ?? 80),
    },
    rules: contractOf(api.projects.add),
    error: add.error ?? edit.error,
  });

  function save(): void {
    const body = {
      ...form.values,
      openTo: form.values.openTo === "" ? null : form.values.openTo,
      ownerId: form.values.ownerId === "" ? null : form.values.ownerId,
      warnPercent: Number(form.values.warnPercent),
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
        <FormFooter
          form={form}
          close="先不改"
          action={project === undefined ? "新建" : "保存修改"}
          busy={add.isPending || edit.isPending}
          onConfirm={save}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} notice={false} className="grid gap-4 sm:grid-cols-2">
        <FormField name="code" label="代码">
          <Input {...form.bind("code")} />
        </FormField>
        <FormField name="name" label="名称">
          <Input {...form.bind("name")} />
        </FormField>
        <FormField name="kind" label="类别" group className="sm:col-span-2">
          <RadioGroup inline {...form.bind("kind")} choices={kinds} />
        </FormField>
        <FormField name="clause" label="条款">
          <Input {...form.bind("clause")} />
        </FormField>
        <span />
        <FormField name="openFrom" label="受理从" group>
          <DateInput {...form.bind("openFrom")} />
        </FormField>
        <FormField name="openTo" label="受理到" group>
          <DateInput {...form.bind("openTo")} />
        </FormField>
        <FormField name="ownerId" label="主管部门" hint="由它提出名额；不选由人社部门提出">
          <Select
            {...form.bind("ownerId")}
            placeholder="人社部门"
            choices={(offices.data?.rows ?? []).map((each) => ({ value: each.id, label: each.name }))}
          />
        </FormField>
        <FormField name="warnPercent" label="名额用到多少时提醒">
          <Input {...form.digits("warnPercent")} inputMode="numeric" unit="%" className="num" />
        </FormField>
        <FormField name="groups" label="面向人群" hint="不选表示不限" group className="sm:col-span-2">
          <CheckboxGroup
            inline
            {...form.bind("groups")}
            choices={groups.options.map((one) => ({ value: one.code, label: one.label }))}
          />
        </FormField>
        <div className="sm:col-span-2">
          <FormNotice />
        </div>
      </FormBody>
    </Dialog>
  );
}
