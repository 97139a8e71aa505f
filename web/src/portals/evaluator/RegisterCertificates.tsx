import { api, type Api } from "../../api/api.ts";
import { certificateKinds } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import type { Input as ApiInput } from "../../api/client.ts";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { FormBody, FormField, useForm } from "../../kit/form.tsx";
import { Input } from "../../kit/Input.tsx";
import { today } from "../../kit/today.ts";
import { Select } from "../../kit/Select.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { DateBox } from "../../kit/staff/DateBox.tsx";
import { PasteColumnDialog } from "./PasteColumnDialog.tsx";
import type { Exam } from "../../features/exams/exam.ts";

type Body = ApiInput<Api["certificates"]["register"]>["body"];

const kinds = certificateKinds.options
  .filter((one) => one.code !== "completion")
  .map((one) => ({ value: one.code as Body["kind"], label: one.label }));

/** Registers certificate numbers for those who passed; refused outside the evaluator's admission. */
export function RegisterCertificates({ exam }: { exam: Exam }): ReactElement {
  const [open, setOpen] = useState(false);
  const [pasting, setPasting] = useState(false);
  const tell = useToast();
  const given = useApi(api.certificates.list, { query: { classId: exam.classId, limit: 200 } });
  const register = useChange(api.certificates.register, {
    refresh: [api.certificates.list, api.exams.show],
    onSuccess: ({ certificates }) => {
      form.clear();
      setOpen(false);
      tell(`已登记 ${certificates.length} 本证书`);
    },
  });
  const form = useForm({
    initial: {
      kind: "skill-level" as Body["kind"],
      issuedOn: today() as string,
      byEnrolment: {} as Record<string, string>,
    },
    rules: contractOf(api.certificates.register),
    error: register.error,
    draft: `certificates-${exam.id}`,
    // Not saved in the draft: an earlier day would be taken for today.
    secret: ["issuedOn"],
  });
  const { kind, issuedOn, byEnrolment } = form.values;
  const passed = exam.seats.filter((seat) => seat.passed === true);
  const ready = passed.flatMap((seat) => {
    const number = byEnrolment[seat.enrolmentId]?.trim() ?? "";
    return number === "" ? [] : [{ enrolmentId: seat.enrolmentId, number }];
  });
  const serialOf = (enrolmentId: string) =>
    given.data?.rows.find((row) => row.enrolmentId === enrolmentId && row.revokedOn === null)?.serial;
  const without = passed.filter((seat) => serialOf(seat.enrolmentId) === undefined);

  return (
    <Card title="登记证书" action={<span className="num text-ink-2">合格 {passed.length} 人</span>}>
      {passed.length === 0 ? (
        <Empty title="还没有合格的学员">登记成绩后，合格者列在这里。</Empty>
      ) : (
        <FormBody form={form} notice={false}>
          <div className="flex flex-wrap items-end gap-4">
            <FormField name="kind" label="证书种类" className="w-60">
              <Select value={kind} onChange={(value) => value !== "" && form.set({ kind: value })} choices={kinds} />
            </FormField>
            <FormField name="issuedOn" label="发证日期" className="w-44">
              <DateBox min={exam.heldOn} max={today()} {...form.bind("issuedOn")} />
            </FormField>
            <Button variant="secondary" disabled={without.length === 0} onClick={() => setPasting(true)}>
              粘贴一列编号
            </Button>
            <Button disabled={ready.length === 0} onClick={() => form.check() && setOpen(true)}>
              登记 {ready.length} 本证书
            </Button>
          </div>
          <ul className="divide-y divide-line border-y border-line">
            {passed.map((seat) => {
              const serial = serialOf(seat.enrolmentId);
              const place = ready.findIndex((one) => one.enrolmentId === seat.enrolmentId);
              const typed = byEnrolment[seat.enrolmentId] ?? "";
              const error = place < 0 ? undefined : form.fault(`certificates/${place}/number`);
              return (
                <li
                  key={seat.enrolmentId}
                  className="grid items-center gap-x-4 gap-y-1 py-1.5 sm:grid-cols-[3rem_8rem_4rem_1fr]"
                >
                  <span className="num text-ink-3">{seat.seat}</span>
                  <span className="font-medium">{seat.name}</span>
                  <span className="num">{seat.score} 分</span>
                  {serial === undefined ? (
                    <span className="max-w-md">
                      <Input
                        className="num font-mono"
                        aria-label={`${seat.name} 的证书编号`}
                        aria-invalid={error !== undefined}
                        placeholder="证书编号"
                        limit={40}
                        value={typed}
                        onChange={(number) => form.set({ byEnrolment: { ...byEnrolment, [seat.enrolmentId]: number } })}
                      />
                      {error !== undefined && (
                        <span role="alert" className="block text-sm text-refuse">
                          {error}
                        </span>
                      )}
                    </span>
                  ) : (
                    <span className="flex items-center gap-3">
                      <StatusMark kind="done">已有证书</StatusMark>
                      <span className="num text-ink-2">{serial}</span>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </FormBody>
      )}
      {pasting && (
        <PasteColumnDialog
          wanted={without}
          onClose={() => setPasting(false)}
          onTake={(numbers) => form.set({ byEnrolment: { ...byEnrolment, ...numbers } })}
        />
      )}
      <ConfirmSheet
        open={open}
        onClose={() => setOpen(false)}
        title={`登记 ${ready.length} 本证书`}
        consequences={[
          "编号登记后公开可查，学员会收到通知；不能修改，错的须由人社部门撤销。",
          "这些学员的成绩不能再改。",
          "须在本单位的评价资格范围和有效期内。",
        ]}
        action={`登记 ${ready.length} 本`}
        onConfirm={() => register.mutate({ params: { id: exam.id }, body: { kind, issuedOn, certificates: ready } })}
        busy={register.isPending}
        error={register.error}
      />
    </Card>
  );
}
