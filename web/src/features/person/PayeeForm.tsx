import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, useForm } from "../../kit/form.tsx";
import { parsePayeeNumber } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Input } from "../../kit/Input.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** A card in the person's own name. The number is validated while typing and never stored on the device. */
export function PayeeForm({ onDone, onCancel }: { onDone: () => void; onCancel?: () => void }): ReactElement {
  const tell = useToast();
  const set = useChange(api.me.setPayeeAccount, {
    refresh: [api.me.payeeAccount, api.me.record],
    onSuccess: () => {
      tell("收款卡已登记");
      onDone();
    },
  });
  const form = useForm({
    initial: { number: "", numberAgain: "", bankName: "" },
    rules: contractOf(api.me.setPayeeAccount),
    checks: {
      number: (text) => {
        const account = parsePayeeNumber(text);
        return account.ok ? undefined : account.message;
      },
    },
    error: set.error,
  });
  const { number, numberAgain, bankName } = form.values;
  const account = parsePayeeNumber(number);
  const unusual = account.ok && account.value.unusual;
  const again = parsePayeeNumber(numberAgain);
  const differs = unusual && !(again.ok && again.value.number === account.value.number);
  return (
    <FormBody
      form={form}
      className="grid gap-4 rounded-lg border border-line bg-paper p-4"
      onSubmit={() => set.mutate({ body: { number, bankName, ...(unusual ? { numberAgain } : {}) } })}
    >
      <FormField name="number" label="卡号" hint="用本人名下的卡，最好是社会保障卡。">
        <Input {...form.bind("number")} inputMode="numeric" autoComplete="off" className="num tracking-wide" />
      </FormField>
      {unusual && (
        <FormField
          name="numberAgain"
          label="再输入一遍"
          hint="这个号码不像常见的银行卡号，请对照卡或存折核对。没有错的，再输入一遍就可以登记。"
          error={numberAgain !== "" && differs ? "两次输入的号码不一样" : undefined}
        >
          <Input {...form.bind("numberAgain")} inputMode="numeric" autoComplete="off" className="num tracking-wide" />
        </FormField>
      )}
      <FormField name="bankName" label="开户银行">
        <Input {...form.bind("bankName")} />
      </FormField>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={set.isPending} disabled={form.refused.length > 0 || differs}>
          登记这张卡
        </Button>
        {onCancel !== undefined && (
          <Button variant="quiet" onClick={onCancel}>
            不换了
          </Button>
        )}
      </div>
    </FormBody>
  );
}
