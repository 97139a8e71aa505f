import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Field } from "../../kit/Field.tsx";
import { Input } from "../../kit/Input.tsx";
import { DateBox } from "../../kit/staff/DateBox.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { employeeRefresh } from "./employee-refresh.ts";
import type { Employee } from "./employee.ts";

interface CorrectEmployeeDialogProps {
  organisationId: string;
  employee: Employee;
  onClose: () => void;
}

/** A renewed contract or a slip of the pen: the record is written anew with its reason, the old one stays. */
export function CorrectEmployeeDialog({ organisationId, employee, onClose }: CorrectEmployeeDialogProps): ReactElement {
  const [values, setValues] = useState<Record<"hiredOn" | "leftOn" | "contractMonths" | "reason", string>>({
    hiredOn: employee.hiredOn,
    leftOn: employee.leftOn ?? "",
    contractMonths: employee.contractMonths === null ? "" : String(employee.contractMonths),
    reason: "",
  });
  const set = (change: Partial<typeof values>) => setValues((old) => ({ ...old, ...change }));
  const tell = useToast();
  const correct = useChange(api.employees.correct, {
    refresh: employeeRefresh,
    onSuccess: () => {
      tell(`${employee.name} 的用工信息已更正`);
      onClose();
    },
  });
  const problem = correct.error instanceof ProblemError ? correct.error : null;
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`续签或更正 ${employee.name} 的用工信息`}
      consequences={["以后的判定按新的记录；原来的记录保留，人社部门看得到改了什么、为什么改。"]}
      action="更正用工信息"
      disabled={values.reason.trim().length < 2 || values.hiredOn === ""}
      busy={correct.isPending}
      error={correct.error}
      onConfirm={() =>
        correct.mutate({
          params: { id: organisationId, personId: employee.personId },
          body: {
            hiredOn: values.hiredOn,
            leftOn: values.leftOn === "" ? null : values.leftOn,
            contractMonths: values.contractMonths === "" ? null : Number(values.contractMonths),
            reason: values.reason,
          },
        })
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="入职日期" error={problem?.fieldError("/hiredOn")}>
          <DateBox value={values.hiredOn} onChange={(hiredOn) => set({ hiredOn })} />
        </Field>
        <Field
          label="劳动合同期"
          required={false}
          hint="从入职算起；续签的加上续的月数"
          error={problem?.fieldError("/contractMonths")}
        >
          <Input
            inputMode="numeric"
            unit="个月"
            value={values.contractMonths}
            onChange={(text) => set({ contractMonths: text.replace(/\D/gu, "") })}
          />
        </Field>
        <Field label="离职日期" required={false} hint="在职不填" error={problem?.fieldError("/leftOn")}>
          <DateBox min={values.hiredOn} value={values.leftOn} onChange={(leftOn) => set({ leftOn })} />
        </Field>
        <Field label="为什么改" hint="如“续签两年”“入职日期填错”" error={problem?.fieldError("/reason")}>
          <Input value={values.reason} onChange={(reason) => set({ reason })} maxLength={300} />
        </Field>
      </div>
    </ConfirmSheet>
  );
}
