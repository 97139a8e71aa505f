import { useState, type FormEvent, type ReactElement } from "react";
import { useChange } from "../api/hooks.ts";
import { ProblemError } from "../api/problem.ts";
import { useSession } from "../api/session.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { ErrorNotice } from "../ui/ErrorNotice.tsx";
import { Field } from "../ui/Field.tsx";
import { Input } from "../ui/Input.tsx";
import { Notice } from "../ui/Notice.tsx";
import { StatusMark } from "../ui/StatusMark.tsx";
import { StaffPage } from "../ui/staff/StaffPage.tsx";
import { today } from "../ui/organisation/today.ts";
import { useToast } from "../ui/Toast.tsx";
import { DateBox } from "../ui/staff/DateBox.tsx";

const empty = { name: "", citizenId: "", phone: "", hiredOn: "", leftOn: "", contractMonths: "12" };

/** 用工登记: whom the enterprise employs, since when and by what contract; the fact that its claims rest on. */
export default function StaffRegisterPage(): ReactElement {
  const id = useSession().data?.account?.organisationId ?? "";
  const [values, setValues] = useState({ ...empty, hiredOn: today() });
  const [registered, setRegistered] = useState<{ name: string; hiredOn: string }[]>([]);
  const tell = useToast();
  const set = (change: Partial<typeof empty>) => setValues((old) => ({ ...old, ...change }));
  const record = useChange("POST /api/v1/organisations/:id/employments", {
    onSuccess: () => {
      tell(`${values.name} 的用工信息已登记`);
      setRegistered((old) => [{ name: values.name, hiredOn: values.hiredOn }, ...old]);
      setValues({ ...empty, hiredOn: values.hiredOn });
    },
  });
  const problem = record.error instanceof ProblemError ? record.error : null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    record.mutate({
      params: { id },
      body: {
        name: values.name,
        citizenId: values.citizenId,
        hiredOn: values.hiredOn,
        leftOn: values.leftOn === "" ? null : values.leftOn,
        contractMonths: values.contractMonths === "" ? null : Number(values.contractMonths),
        ...(values.phone === "" ? {} : { phone: values.phone }),
      },
    });
  }

  return (
    <StaffPage title="用工登记" intro="补贴按这里登记的用工日期和合同期判定；人社部门会与社保记录核对。">
      <div className="grid items-start gap-4 xl:grid-cols-[38rem_1fr]">
        <Card title="登记一名职工">
          <form onSubmit={submit} noValidate className="grid gap-4">
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
              <Field label="离职日期" required={false} hint="在职不填" error={problem?.fieldError("/leftOn")}>
                <DateBox value={values.leftOn} onChange={(leftOn) => set({ leftOn })} />
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
            <div className="flex justify-end">
              <Button type="submit" busy={record.isPending}>
                登记用工
              </Button>
            </div>
          </form>
        </Card>
        <div className="grid gap-4">
          <Card title="刚才登记的">
            {registered.length === 0 ? (
              <p className="text-ink-2">登记后列在这里，离开页面后不再显示。</p>
            ) : (
              <ul className="divide-y divide-line border-y border-line">
                {registered.map((one, index) => (
                  <li key={index} className="flex flex-wrap gap-x-4 py-1.5">
                    <StatusMark kind="done">已登记</StatusMark>
                    <span className="font-medium">{one.name}</span>
                    <span className="num text-ink-2">{one.hiredOn} 入职</span>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Notice title="登记有误怎么办">
            登记的信息不能删改。写错了，请联系人社部门更正；更正会写明理由，原来的记录保留。
          </Notice>
        </div>
      </div>
    </StaffPage>
  );
}
