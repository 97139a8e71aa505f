import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Field } from "../../kit/Field.tsx";
import { today } from "../../kit/today.ts";
import { DateBox } from "../../kit/staff/DateBox.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { employeeRefresh } from "./employee-refresh.ts";
import type { Employee } from "./employee.ts";

interface LeaveDialogProps {
  organisationId: string;
  employee: Employee;
  onClose: () => void;
}

/** An employee leaves on a day. */
export function LeaveDialog({ organisationId, employee, onClose }: LeaveDialogProps): ReactElement {
  const [leftOn, setLeftOn] = useState(today());
  const tell = useToast();
  const leave = useChange(api.employees.leave, {
    refresh: employeeRefresh,
    onSuccess: () => {
      tell(`${employee.name} 已登记离职`);
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`${employee.name} 离职`}
      consequences={[
        "从离职的第二天起，不能再以本单位职工的身份申请补贴；已提交的申请照常审核。",
        "入职到离职的记录保留，本人会收到通知。",
      ]}
      action={`登记 ${leftOn} 离职`}
      disabled={leftOn === ""}
      busy={leave.isPending}
      error={leave.error}
      onConfirm={() => leave.mutate({ params: { id: organisationId, personId: employee.personId }, body: { leftOn } })}
    >
      <Field
        label="离职日期"
        hint={`${employee.hiredOn} 入职`}
        error={leave.error instanceof ProblemError ? leave.error.fieldError("/leftOn") : undefined}
      >
        <DateBox min={employee.hiredOn} value={leftOn} onChange={setLeftOn} />
      </Field>
    </ConfirmSheet>
  );
}
