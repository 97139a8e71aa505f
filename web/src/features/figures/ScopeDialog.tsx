import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormField, useForm } from "../../kit/form.tsx";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import type { Scopes } from "./scopes.ts";

type Kind = Scopes["choices"][number]["kind"];

const KINDS: readonly { value: Kind; label: string }[] = [
  { value: "project", label: "培训项目" },
  { value: "institution", label: "培训机构" },
  { value: "occupation", label: "职业（工种）" },
  { value: "group", label: "人群" },
  { value: "benefit", label: "补贴项目" },
  { value: "town", label: "镇（街道）" },
];

interface ScopeDialogProps {
  scopes: Scopes;
  /** Chosen to begin with; empty for none. */
  departmentId: string;
  onClose: () => void;
}

/** Assigns a subject to an office, taking it from another. */
export function ScopeDialog({ scopes, departmentId, onClose }: ScopeDialogProps): ReactElement {
  const tell = useToast();
  const set = useChange(api.departmentScopes.set, {
    refresh: [api.departmentScopes.list],
    onSuccess: () => {
      tell("已设定，统计在几分钟内更新");
      onClose();
    },
  });
  const form = useForm({
    initial: { departmentId, kind: "" as Kind | "", code: "", clause: "十六" },
    rules: contractOf(api.departmentScopes.set),
    error: set.error,
  });
  const { departmentId: office, kind, code, clause } = form.values;
  const held = scopes.rows.find((row) => row.kind === kind && row.code === code);
  const moved = held !== undefined && held.departmentId !== office ? held : undefined;
  const name = scopes.departments.find((one) => one.id === office)?.name ?? "所选部门";
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title="设定职责范围"
      consequences={[
        moved === undefined ? `归${name}负责，它的统计和目标从此包括这一项。` : `由${moved.department}转归${name}。`,
        "以前的数也按新的分工重算，几分钟内完成。",
      ]}
      action="设定"
      form={form}
      busy={set.isPending}
      onConfirm={() => {
        if (kind !== "") set.mutate({ body: { kind, code, departmentId: office, clause } });
      }}
    >
      <FormField name="departmentId" label="部门">
        <Select
          {...form.bind("departmentId")}
          placeholder="请选择"
          choices={scopes.departments.map((one) => ({ value: one.id, label: one.name }))}
        />
      </FormField>
      <FormField name="kind" label="种类">
        <Select
          {...form.bind("kind")}
          onChange={(value) => form.set({ kind: value, code: "" })}
          placeholder="请选择"
          choices={KINDS}
        />
      </FormField>
      <FormField name="code" label="负责什么">
        <Select
          {...form.bind("code")}
          placeholder={kind === "" ? "先选种类" : "请选择"}
          choices={scopes.choices
            .filter((choice) => choice.kind === kind)
            .map((choice) => ({ value: choice.code, label: choice.label }))}
        />
      </FormField>
      <FormField name="clause" label="依据条款" hint="例如“十六”“附件任务 6”">
        <Input {...form.bind("clause")} />
      </FormField>
    </ConfirmSheet>
  );
}
