import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { today } from "../../kit/today.ts";
import { DateBox } from "../../kit/staff/DateBox.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { employeeRefresh } from "./employee-refresh.ts";
import { FormField, useForm } from "../../kit/form.tsx";
import { hasLeft, type Employee } from "./employee.ts";

interface LeaveDialogProps {
  organisationId: string;
  employee: Employee;
  onClose: () => void;
}

/** An employee leaves on a day. */
export function LeaveDialog({ organisationId, employee, onClose }: LeaveDialogProps): ReactElement {
  const tell = useToast();
  const leave = useChange(api.employees.leave, {
    refresh: employeeRefresh,
    onSuccess: () => {
      tell(`${employee.name} 已登记离职`);
      onClose();
    },
  });
  const form = useForm({
    initial: { leftOn: today() as string },
    rules: contractOf(api.employees.leave),
    error: leave.error,
  });
  const { leftOn } = form.values;
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`${employee.name} 离职`}
      consequences={hasLeft}
      action={`登记 ${leftOn} 离职`}
      busy={leave.isPending}
      form={form}
      onConfirm={() => leave.mutate({ params: { id: organisationId, personId: employee.personId }, body: { leftOn } })}
    >
      <FormField name="leftOn" label="离职日期" hint={`${employee.hiredOn} 入职`}>
        <DateBox min={employee.hiredOn} {...form.bind("leftOn")} />
      </FormField>
    </ConfirmSheet>
  );
}
