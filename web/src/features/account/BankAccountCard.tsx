import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormField, useForm } from "../../kit/form.tsx";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { dateOf, formatPeriod } from "../../kit/format.ts";
import { Input } from "../../kit/Input.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** The organisation's account for subsidies; earlier accounts stay on record. */
export function BankAccountCard({ organisationId, name }: { organisationId: string; name: string }): ReactElement {
  const account = useApi(api.organisations.payeeAccount, { params: { id: organisationId } });
  const [open, setOpen] = useState(false);
  const tell = useToast();
  const save = useChange(api.organisations.setPayeeAccount, {
    refresh: [api.organisations.payeeAccount],
    onSuccess: () => {
      tell("收款账户已更换");
      setOpen(false);
      form.clear();
    },
  });
  const form = useForm({
    initial: { bankName: "", number: "" },
    rules: contractOf(api.organisations.setPayeeAccount),
    error: save.error,
  });
  return (
    <Card
      title="收款账户"
      action={
        <Button variant="secondary" onClick={() => setOpen(true)}>
          {account.data?.current == null ? "登记账户" : "更换账户"}
        </Button>
      }
    >
      <QueryView query={account} lines={3}>
        {(data) => (
          <>
            {data.current === null ? (
              <p className="text-turn">还没有登记收款账户，补贴无处可发。</p>
            ) : (
              <p>
                <span className="num text-xl font-semibold">{data.current.numberMasked}</span>
                <span className="block text-ink-2">
                  {data.current.bankName} · {data.current.holderName} ·{" "}
                  <span className="num">{dateOf(data.current.since)} 起</span>
                </span>
              </p>
            )}
            {data.before.length > 0 && (
              <ul className="mt-3 divide-y divide-line border-y border-line text-sm text-ink-2">
                {data.before.map((one) => (
                  <li key={one.id} className="num flex flex-wrap gap-x-4 py-1">
                    <span>{one.numberMasked}</span>
                    <span>{one.bankName}</span>
                    <span>{formatPeriod(dateOf(one.since), one.until === null ? null : dateOf(one.until))}</span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </QueryView>
      <ConfirmSheet
        open={open}
        onClose={() => setOpen(false)}
        title="登记收款账户"
        consequences={[
          `户名是“${name}”；以后拨付的补贴都进这个账户。`,
          "已送银行的批次仍按原账户拨付。",
          "账号加密保存，页面上只显示后几位。",
        ]}
        action="登记这个账户"
        form={form}
        onConfirm={() => save.mutate({ params: { id: organisationId }, body: form.values })}
        busy={save.isPending}
      >
        <FormField name="bankName" label="开户银行">
          <Input {...form.bind("bankName")} />
        </FormField>
        <FormField name="number" label="对公账号">
          <Input className="num" inputMode="numeric" autoComplete="off" {...form.bind("number")} />
        </FormField>
      </ConfirmSheet>
    </Card>
  );
}
