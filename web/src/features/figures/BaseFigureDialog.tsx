import { townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { DateInput } from "../../kit/DateInput.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { baseLabels } from "./BaseFigures.tsx";

type Measure = keyof typeof baseLabels;
const choices = (Object.keys(baseLabels) as Measure[]).map((value) => ({ value, label: baseLabels[value] }));

/** Records one base figure of a day, with its source. */
export function BaseFigureDialog({ onClose }: { onClose: () => void }): ReactElement {
  const tell = useToast();
  const record = useChange(api.baseFigures.record, {
    refresh: [api.baseFigures.list, api.targets.progress],
    onSuccess: () => {
      tell("基础数据已登记");
      onClose();
    },
  });
  const form = useForm({
    initial: { measure: "" as Measure | "", region: "", onDate: "", value: "", source: "", reason: "" },
    rules: contractOf(api.baseFigures.record),
    error: record.error,
  });
  function send(): void {
    const { measure, region, value, reason, ...rest } = form.values;
    if (measure === "") return;
    record.mutate({
      body: {
        ...rest,
        measure,
        value: Number(value),
        ...(region === "" ? {} : { region }),
        ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
      },
    });
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="登记基础数据"
      footer={
        <FormFooter
          form={form}
          close="先不登记"
          action="登记"
          busy={record.isPending}
          onConfirm={send}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="measure" label="指标">
          <Select {...form.bind("measure")} placeholder="请选择" choices={choices} />
        </FormField>
        <FormField name="region" label="镇街">
          <Select {...form.bind("region")} placeholder="本辖区" choices={townChoices()} />
        </FormField>
        <FormField name="onDate" label="统计日期" group>
          <DateInput {...form.bind("onDate")} />
        </FormField>
        <FormField name="value" label="人数">
          <Input {...form.digits("value")} inputMode="numeric" unit="人" className="num" />
        </FormField>
        <FormField name="source" label="来源" hint="哪个部门的哪份统计">
          <Input {...form.bind("source")} />
        </FormField>
        <FormField name="reason" label="更正理由" hint="更正同一天已登记的数据时填写，原来的数据会保留">
          <Input {...form.bind("reason")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
