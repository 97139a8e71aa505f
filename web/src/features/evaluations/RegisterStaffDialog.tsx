import { occupations } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { DateInput } from "../../kit/DateInput.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { MultiSelect } from "../../kit/MultiSelect.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { levelChoices } from "./level-choices.ts";
import { type Staff, STAFF_KINDS } from "./words.ts";

const choices = occupations.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }));

interface RegisterStaffDialogProps {
  /** Kinds that may be entered here. */
  kinds: readonly Staff["kind"][];
  onClose: () => void;
}

/** Enters an examiner, invigilator or supervisor by certificate; another person of the bureau confirms the entry. */
export function RegisterStaffDialog({ kinds, onClose }: RegisterStaffDialogProps): ReactElement {
  const tell = useToast();
  const register = useChange(api.evaluationStaff.register, {
    refresh: [api.evaluationStaff.list],
    onSuccess: () => {
      tell("已登记，待人社部门确认");
      onClose();
    },
  });
  const form = useForm({
    initial: {
      name: "",
      citizenId: "",
      phone: "",
      kind: kinds[0] ?? ("examiner" as Staff["kind"]),
      certificateNumber: "",
      validFrom: "",
      validTo: "",
      occupations: [] as string[],
      highestLevel: "3",
    },
    rules: contractOf(api.evaluationStaff.register),
    error: register.error,
  });
  function save(): void {
    const { phone, highestLevel, ...rest } = form.values;
    register.mutate({
      body: { ...rest, highestLevel: Number(highestLevel), ...(phone.trim() === "" ? {} : { phone }) },
    });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="登记考评督导人员"
      footer={<FormFooter form={form} action="登记" busy={register.isPending} onConfirm={save} onClose={onClose} />}
    >
      <FormBody form={form}>
        <FormField name="kind" label="类别">
          <Select
            {...form.bind("kind")}
            onChange={(kind) => form.set({ kind: kind as Staff["kind"] })}
            choices={kinds.map((kind) => ({ value: kind, label: STAFF_KINDS[kind] }))}
          />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="name" label="姓名">
            <Input {...form.bind("name")} />
          </FormField>
          <FormField name="citizenId" label="身份证号">
            <Input className="num" {...form.bind("citizenId")} />
          </FormField>
        </div>
        <FormField name="phone" label="手机号" required={false} hint="本人用它登录，接收任务、登评分和督导情况">
          <Input inputMode="tel" {...form.bind("phone")} />
        </FormField>
        <FormField name="certificateNumber" label="证件编号" hint="考评员证、督导员证上的编号">
          <Input className="num" {...form.bind("certificateNumber")} />
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="validFrom" label="有效期自" group>
            <DateInput {...form.bind("validFrom")} />
          </FormField>
          <FormField name="validTo" label="有效期至" group>
            <DateInput {...form.bind("validTo")} />
          </FormField>
        </div>
        <FormField name="occupations" label="可考评的职业" required={false} hint="考评员必填；监考、督导可不填">
          <MultiSelect {...form.bind("occupations")} choices={choices} />
        </FormField>
        <FormField name="highestLevel" label="可考评的最高等级">
          <Select {...form.bind("highestLevel")} choices={levelChoices} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
