import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { Dialog } from "../../kit/Dialog.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { today } from "../../kit/today.ts";
import { DateBox } from "../../kit/staff/DateBox.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { employeeRefresh } from "./employee-refresh.ts";

const empty = { name: "", citizenId: "", phone: "", hiredOn: "", contractMonths: "12" };

/** A new employee by real name, with the contract; the form stays open for the next one. */
export function NewEmployeeDialog({
  organisationId,
  onClose,
}: {
  organisationId: string;
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const record = useChange(api.employees.record, {
    refresh: employeeRefresh,
    onSuccess: () => {
      tell(`${values.name} 已登记，本人会收到通知`);
      form.clear({ hiredOn: values.hiredOn, contractMonths: values.contractMonths });
    },
  });

  const form = useForm({
    initial: { ...empty, hiredOn: today() as string },
    rules: contractOf(api.employees.record),
    error: record.error,
  });
  const { values } = form;

  function submit(): void {
    record.mutate({
      params: { id: organisationId },
      body: {
        name: values.name,
        citizenId: values.citizenId,
        hiredOn: values.hiredOn,
        contractMonths: values.contractMonths === "" ? null : Number(values.contractMonths),
        ...(values.phone === "" ? {} : { phone: values.phone }),
      },
    });
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title="登记职工"
      footer={
        <FormFooter
          form={form}
          close="登记完了"
          action="登记入职"
          busy={record.isPending}
          onConfirm={submit}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form} onSubmit={submit}>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="name" label="姓名">
            <Input {...form.bind("name")} autoComplete="off" />
          </FormField>
          <FormField name="phone" label="手机号">
            <Input className="num" inputMode="tel" {...form.bind("phone")} autoComplete="off" />
          </FormField>
          <FormField name="citizenId" label="身份证号" className="sm:col-span-2">
            <Input className="num" {...form.bind("citizenId")} autoComplete="off" />
          </FormField>
          <FormField name="hiredOn" label="入职日期">
            <DateBox {...form.bind("hiredOn")} />
          </FormField>
          <FormField name="contractMonths" label="劳动合同期" hint="岗前培训补贴要求一年以上">
            <Input inputMode="numeric" unit="个月" {...form.digits("contractMonths")} />
          </FormField>
        </div>
        {/* Enter submits the form only with a submit button inside it. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </FormBody>
    </Dialog>
  );
}
