import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import type { Scheme } from "../../../features/masters/SchemesTable.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { DateBox } from "../../../kit/staff/DateBox.tsx";
import { today } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { EmployeePicker, type Picked } from "../EmployeePicker.tsx";

/** Publicises an employee whom the panel evaluated. */
export function PubliciseDialog({ scheme, onClose }: { scheme: Scheme; onClose: () => void }): ReactElement {
  const tell = useToast();
  const organisationId = useSession().data?.account?.organisationId ?? "";
  const [picked, setPicked] = useState<Picked | null>(null);
  const publicise = useChange(api.masterAppointments.publicise, {
    refresh: [api.masterAppointments.list, api.masterSchemes.list],
    onSuccess: () => {
      tell("人选已公示，期满由人社部门列入名册");
      form.clear();
      onClose();
    },
  });
  const form = useForm({
    draft: "master-publicise",
    initial: { grade: "special", trade: "", panel: "", score: "", publicisedFrom: today() as string },
    rules: contractOf(api.masterAppointments.publicise),
    error: publicise.error,
  });
  const { values } = form;
  const submit = (): void => {
    if (picked === null) return;
    publicise.mutate({
      params: { id: scheme.id },
      body: {
        personId: picked.personId,
        grade: values.grade as "special" | "chief",
        trade: values.trade,
        panel: values.panel
          .split(/[、，,;；\s]+/u)
          .map((one) => one.trim())
          .filter((one) => one !== ""),
        score: Number(values.score),
        publicisedFrom: values.publicisedFrom,
      },
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="公示人选"
      footer={<FormFooter form={form} action="公示" busy={publicise.isPending} onConfirm={submit} onClose={onClose} />}
    >
      <FormBody form={form} onSubmit={submit}>
        <FormField name="personId" label="人选" group required hint="须已登记一级/高级技师证书">
          <EmployeePicker organisationId={organisationId} picked={picked} onPick={setPicked} />
        </FormField>
        <FormField name="grade" label="等级" group>
          <RadioGroup
            value={values.grade}
            onChange={(grade) => form.set({ grade })}
            choices={[
              { value: "special", label: `特级技师（已用 ${scheme.special} / ${scheme.specialPlaces}）` },
              { value: "chief", label: `首席技师（已用 ${scheme.chief} / ${scheme.chiefPlaces}）` },
            ]}
          />
        </FormField>
        <FormField name="trade" label="职业（工种）">
          <Input {...form.bind("trade")} />
        </FormField>
        <FormField name="panel" label="评审组成员" hint="单数、至少 3 人，用顿号隔开；人选不能评审自己">
          <Input {...form.bind("panel")} />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="score" label="评审得分">
            <Input inputMode="decimal" unit="分" {...form.bind("score")} />
          </FormField>
          <FormField name="publicisedFrom" label="公示开始">
            <DateBox {...form.bind("publicisedFrom")} />
          </FormField>
        </div>
      </FormBody>
    </Dialog>
  );
}
