import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { type Staff, YEAR_RESULTS } from "../../../features/evaluations/words.ts";
import { FormField, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { RadioGroup } from "../../../kit/RadioGroup.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";

type Result = keyof typeof YEAR_RESULTS;

/** Records the yearly result of an examiner or supervisor. */
export function YearDialog({ staff, onClose }: { staff: Staff; onClose: () => void }): ReactElement {
  const tell = useToast();
  const record = useChange(api.evaluationStaff.recordYear, {
    refresh: [api.evaluationStaff.list],
    onSuccess: () => {
      tell("年度考核已登记");
      onClose();
    },
  });
  const form = useForm({
    initial: { year: "", result: "qualified" as Result, reason: "" },
    rules: contractOf(api.evaluationStaff.recordYear),
    error: record.error,
  });
  return (
    <ActDialog
      title={`${staff.name} 的年度考核`}
      consequences={["最近一个年度不合格的，不能再派往任何批次。"]}
      action="登记年度考核"
      label="依据"
      readBy="评价机构在名册里看到结果"
      form={form}
      busy={record.isPending}
      error={record.error}
      onClose={onClose}
      onConfirm={(reason) =>
        record.mutate({
          params: { id: staff.id },
          body: { year: Number(form.values.year), result: form.values.result, reason },
        })
      }
    >
      <FormField name="year" label="年度">
        <Input inputMode="numeric" unit="年" {...form.digits("year")} />
      </FormField>
      <FormField name="result" label="结果" group>
        <RadioGroup
          {...form.bind("result")}
          choices={(Object.keys(YEAR_RESULTS) as Result[]).map((value) => ({ value, label: YEAR_RESULTS[value] }))}
        />
      </FormField>
    </ActDialog>
  );
}
