import { townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import type { ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { Dialog } from "../../kit/Dialog.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { useProgrammes } from "../programmes/use-programmes.ts";
import { measureLabels, targetFault, typedValue, type TargetMeasure } from "./target-words.ts";

const choices = (Object.keys(measureLabels) as TargetMeasure[]).map((value) => ({
  value,
  label: measureLabels[value].label,
}));
const years = ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028"];

/** A target for the county, one of its towns or a department; for the whole programme or one year of it. */
export function SetTargetDialog({ onClose }: { onClose: () => void }): ReactElement {
  const departments = useApi(api.organisations.list, { query: { kind: "department", limit: 100 } });
  const tell = useToast();
  const set = useChange(api.targets.add, {
    refresh: [api.targets.progress],
    onSuccess: () => {
      tell("目标已设定");
      onClose();
    },
  });
  const form = useForm({
    initial: {
      measure: "person-times" as TargetMeasure,
      value: "",
      year: "",
      region: "",
      departmentId: "",
      clause: "一.目标",
      policyId: "",
    },
    rules: contractOf(api.targets.add),
    checks: { value: (text, { measure }) => targetFault(measure, text) },
    error: set.error,
  });
  const { measure } = form.values;
  const { programmes, usual } = useProgrammes();
  const { unit, hint } = measureLabels[measure];

  function send(): void {
    const { value, year, region, departmentId, clause, policyId } = form.values;
    const typed = typedValue(measure, value);
    if (typed === null) return;
    set.mutate({
      body: {
        policyId: policyId === "" ? usual : policyId,
        measure,
        year: year === "" ? null : Number(year),
        ...(region === "" ? {} : { region }),
        departmentId: departmentId === "" ? null : departmentId,
        value: typed,
        clause,
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="设定目标"
      size="wide"
      footer={
        <FormFooter form={form} close="先不设" action="设定" busy={set.isPending} onConfirm={send} onClose={onClose} />
      }
    >
      <FormBody form={form} className="grid gap-4 sm:grid-cols-2">
        {programmes.length > 1 && (
          <FormField name="policyId" label="政策" className="sm:col-span-2">
            <Select
              value={form.values.policyId === "" ? usual : form.values.policyId}
              onChange={(policyId) => form.set({ policyId })}
              choices={programmes.map((one) => ({ value: one.id, label: one.title }))}
            />
          </FormField>
        )}
        <FormField name="measure" label="指标" hint={hint}>
          <Select value={measure} onChange={(next) => next !== "" && form.set({ measure: next })} choices={choices} />
        </FormField>
        <FormField name="value" label="目标值" hint={unit === "%" ? "28% 填 28" : "整数"}>
          <Input {...form.bind("value")} inputMode="decimal" unit={unit} className="num" />
        </FormField>
        <FormField name="year" required label="年度">
          <Select
            {...form.bind("year")}
            placeholder="整个政策期"
            choices={years.map((each) => ({ value: each, label: `${each} 年` }))}
          />
        </FormField>
        <FormField name="clause" label="条款">
          <Input {...form.bind("clause")} />
        </FormField>
        <FormField name="region" label="镇（街道）">
          <Select {...form.bind("region")} placeholder="全县" choices={townChoices()} />
        </FormField>
        <FormField name="departmentId" label="主管部门">
          <Select
            {...form.bind("departmentId")}
            placeholder="不分部门"
            choices={(departments.data?.rows ?? []).map((each) => ({ value: each.id, label: each.name }))}
          />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
