import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
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

/** A renewed contract or a typo: the record is written anew with its reason, the old one stays. */
export function CorrectEmployeeDialog({ organisationId, employee, onClose }: CorrectEmployeeDialogProps): ReactElement {
  const tell = useToast();
  const correct = useChange(api.employees.correct, {
    refresh: employeeRefresh,
    onSuccess: () => {
      tell(`${employee.name} 的用工信息已更正`);
      onClose();
    },
  });
  const form = useForm({
    initial: {
      hiredOn: employee.hiredOn as string,
      leftOn: (employee.leftOn ?? "") as string,
      contractMonths: employee.contractMonths === null ? "" : String(employee.contractMonths),
      reason: "",
    },
    rules: contractOf(api.employees.correct),
    error: correct.error,
  });
  const { values } = form;
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`续签或更正 ${employee.name} 的用工信息`}
      consequences={["以后的判定按新的记录；原来的记录保留，人社部门看得到改了什么、为什么改。"]}
      action="更正用工信息"
      busy={correct.isPending}
      form={form}
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
        <FormField name="hiredOn" label="入职日期">
          <DateBox {...form.bind("hiredOn")} />
        </FormField>
        <FormField name="contractMonths" label="劳动合同期" hint="从入职算起；续签的加上续的月数">
          <Input inputMode="numeric" unit="个月" {...form.digits("contractMonths")} />
        </FormField>
        <FormField name="leftOn" label="离职日期" hint="在职不填">
          <DateBox min={values.hiredOn} {...form.bind("leftOn")} />
        </FormField>
        <FormField name="reason" label="为什么改" hint="如“续签两年”“入职日期填错”">
          <Input {...form.bind("reason")} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
