import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { today } from "../../kit/today.ts";
import { useToast } from "../../kit/Toast.tsx";

/** A school asks for places of a certificate. */
export function ProposePilotDialog({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const evaluators = useApi(api.organisations.list, { query: { kind: "evaluation-body", limit: 200 } });
  const propose = useChange(api.pilots.propose, {
    refresh: [api.pilots.list],
    onSuccess: () => {
      tell("已申报，等教育部门审核");
      form.clear();
      onClose();
    },
  });
  const form = useForm({
    draft: "pilot",
    initial: {
      certificate: "",
      level: "",
      evaluatorId: "",
      majors: "",
      places: "",
      fee: "",
      year: today().slice(0, 4),
    },
    rules: contractOf(api.pilots.propose),
    error: propose.error,
  });
  const { values } = form;
  const submit = (): void => {
    const { majors, places, fee, year, level, ...rest } = values;
    propose.mutate({
      body: {
        ...rest,
        level: level as "junior" | "intermediate" | "senior",
        majors: majors
          .split(/[、，,;；\n]/u)
          .map((one) => one.trim())
          .filter((one) => one !== ""),
        places: Number(places),
        feeFen: Math.round(Number(fee) * 100),
        year: Number(year),
      },
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="申报 1+X 试点"
      footer={
        <FormFooter form={form} action="提交申报" busy={propose.isPending} onConfirm={submit} onClose={onClose} />
      }
    >
      <FormBody form={form} onSubmit={submit}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="certificate" label="证书名称">
            <Input {...form.bind("certificate")} />
          </FormField>
          <FormField name="level" label="证书等级" hint="证书自己的等级">
            <Select
              {...form.bind("level")}
              placeholder="请选择"
              choices={[
                { value: "junior", label: "初级" },
                { value: "intermediate", label: "中级" },
                { value: "senior", label: "高级" },
              ]}
            />
          </FormField>
          <FormField name="evaluatorId" label="培训评价组织" className="sm:col-span-2">
            <Select
              {...form.bind("evaluatorId")}
              placeholder="请选择"
              choices={(evaluators.data?.rows ?? []).map((one) => ({ value: one.id, label: one.name }))}
            />
          </FormField>
          <FormField name="majors" label="专业" hint="几个专业用顿号隔开" className="sm:col-span-2">
            <Input {...form.bind("majors")} />
          </FormField>
          <FormField name="places" label="名额">
            <Input inputMode="numeric" unit="人" {...form.digits("places")} />
          </FormField>
          <FormField name="fee" label="每人考核费" required>
            <Input inputMode="decimal" unit="元" {...form.bind("fee")} />
          </FormField>
          <FormField name="year" label="年度">
            <Input inputMode="numeric" unit="年" {...form.digits("year")} />
          </FormField>
        </div>
      </FormBody>
    </Dialog>
  );
}
