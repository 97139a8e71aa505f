import { defaultProgramme, townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { measureLabels, typedValue, type TargetMeasure } from "./target-words.ts";

const choices = (Object.keys(measureLabels) as TargetMeasure[]).map((value) => ({
  value,
  label: measureLabels[value].label,
}));
const years = ["2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028"];

/** A target for the county, one of its towns or a department; for the whole programme or one year of it. */
export function SetTargetDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [measure, setMeasure] = useState<TargetMeasure>("person-times");
  const [value, setValue] = useState("");
  const [year, setYear] = useState("");
  const [region, setRegion] = useState("");
  const [departmentId, setDepartmentId] = useState("");
  const [clause, setClause] = useState("一.目标");
  const departments = useApi(api.organisations.list, { query: { kind: "department", limit: 100 } });
  const tell = useToast();
  const set = useChange(api.targets.add, {
    refresh: [api.targets.progress],
    onSuccess: () => {
      tell("目标已设定");
      onClose();
    },
  });
  const { unit, hint } = measureLabels[measure];
  const typed = typedValue(measure, value);
  return (
    <Dialog
      open
      onClose={onClose}
      title="设定目标"
      size="wide"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不设
          </Button>
          <Button
            busy={set.isPending}
            disabled={typed === null || clause.trim() === ""}
            onClick={() => {
              if (typed !== null)
                set.mutate({
                  body: {
                    policyId: defaultProgramme(),
                    measure,
                    year: year === "" ? null : Number(year),
                    ...(region === "" ? {} : { region }),
                    departmentId: departmentId === "" ? null : departmentId,
                    value: typed,
                    clause: clause.trim(),
                  },
                });
            }}
          >
            设定
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="指标" hint={hint}>
          <Select value={measure} onChange={(next) => next !== "" && setMeasure(next)} choices={choices} />
        </Field>
        <Field
          label="目标值"
          hint={unit === "%" ? "28% 填 28" : "整数"}
          error={value !== "" && typed === null ? "请填大于零的数，比重不超过 100" : undefined}
        >
          <Input value={value} onChange={setValue} inputMode="decimal" unit={unit} className="num" />
        </Field>
        <Field label="年度" required={false}>
          <Select
            value={year}
            onChange={setYear}
            placeholder="整个政策期"
            choices={years.map((each) => ({ value: each, label: `${each} 年` }))}
          />
        </Field>
        <Field label="条款">
          <Input value={clause} onChange={setClause} maxLength={40} />
        </Field>
        <Field label="镇（街道）" required={false}>
          <Select value={region} onChange={setRegion} placeholder="全县" choices={townChoices()} />
        </Field>
        <Field label="主管部门" required={false}>
          <Select
            value={departmentId}
            onChange={setDepartmentId}
            placeholder="不分部门"
            choices={(departments.data?.rows ?? []).map((each) => ({ value: each.id, label: each.name }))}
          />
        </Field>
        <div className="sm:col-span-2">
          <ErrorNotice error={set.error} />
        </div>
      </div>
    </Dialog>
  );
}
