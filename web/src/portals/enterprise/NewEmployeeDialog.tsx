import { api } from "../../api/api.ts";
import { useState, type FormEvent, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ProblemError } from "../../api/problem.ts";
import { Button } from "../../kit/Button.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
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
  const [values, setValues] = useState({ ...empty, hiredOn: today() });
  const tell = useToast();
  const set = (change: Partial<typeof empty>) => setValues((old) => ({ ...old, ...change }));
  const record = useChange(api.employees.record, {
    refresh: employeeRefresh,
    onSuccess: () => {
      tell(`${values.name} 已登记，本人会收到通知`);
      setValues({ ...empty, hiredOn: values.hiredOn, contractMonths: values.contractMonths });
    },
  });
  const problem = record.error instanceof ProblemError ? record.error : null;

  function submit(event: FormEvent): void {
    event.preventDefault();
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
        <>
          <Button variant="secondary" onClick={onClose}>
            登记完了
          </Button>
          <Button
            busy={record.isPending}
            onClick={() => document.querySelector<HTMLFormElement>("#new-employee")?.requestSubmit()}
          >
            登记入职
          </Button>
        </>
      }
    >
      <form id="new-employee" onSubmit={submit} noValidate className="grid gap-4">
        <ErrorNotice
          error={record.error}
          fieldNames={{ "/name": "姓名", "/citizenId": "身份证号", "/hiredOn": "入职日期", "/phone": "手机号" }}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="姓名" error={problem?.fieldError("/name")}>
            <Input value={values.name} onChange={(name) => set({ name })} autoComplete="off" />
          </Field>
          <Field label="手机号" required={false} error={problem?.fieldError("/phone")}>
            <Input
              className="num"
              inputMode="tel"
              value={values.phone}
              onChange={(phone) => set({ phone })}
              autoComplete="off"
            />
          </Field>
          <Field label="身份证号" className="sm:col-span-2" error={problem?.fieldError("/citizenId")}>
            <Input
              className="num"
              value={values.citizenId}
              onChange={(citizenId) => set({ citizenId })}
              maxLength={24}
              autoComplete="off"
            />
          </Field>
          <Field label="入职日期" error={problem?.fieldError("/hiredOn")}>
            <DateBox value={values.hiredOn} onChange={(hiredOn) => set({ hiredOn })} />
          </Field>
          <Field
            label="劳动合同期"
            required={false}
            hint="岗前培训补贴要求一年以上"
            error={problem?.fieldError("/contractMonths")}
          >
            <Input
              inputMode="numeric"
              unit="个月"
              value={values.contractMonths}
              onChange={(text) => set({ contractMonths: text.replace(/\D/gu, "") })}
            />
          </Field>
        </div>
        {/* Enter in a field sends the form, which needs a button of its own inside it. */}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
      </form>
    </Dialog>
  );
}
