import { api } from "../../../api/api.ts";
import { parseBankCard } from "@jinengtong/standards";
import { useState, type FormEvent, type ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../kit/Button.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Field } from "../../../kit/Field.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";

/** A card in the person's own name. The number is checked while it is typed and never kept on the device. */
export function PayeeForm({ onDone, onCancel }: { onDone: () => void; onCancel?: () => void }): ReactElement {
  const [bankName, setBankName] = useState("");
  const [number, setNumber] = useState("");
  const [left, setLeft] = useState(false);
  const tell = useToast();
  const set = useChange(api.me.setPayeeAccount, {
    refresh: [api.me.payeeAccount, api.me.record],
    onSuccess: () => {
      tell("收款卡已登记");
      onDone();
    },
  });
  const problem = set.error instanceof ProblemError ? set.error : undefined;
  const card = parseBankCard(number);
  const wrong = left && number !== "" && !card.ok ? card.message : problem?.fieldError("/number");
  return (
    <form
      className="grid gap-4 rounded-lg border border-line bg-paper p-4"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        set.mutate({ body: { bankName: bankName.trim(), number } });
      }}
    >
      {set.error !== null && (
        <ErrorNotice error={set.error} fieldNames={{ "/bankName": "开户银行", "/number": "卡号" }} />
      )}
      <Field label="卡号" hint="用本人名下的卡，最好是社会保障卡。" error={wrong}>
        <Input
          inputMode="numeric"
          autoComplete="off"
          maxLength={26}
          className="num tracking-wide"
          value={number}
          onChange={setNumber}
          onBlur={() => setLeft(true)}
        />
      </Field>
      <Field label="开户银行">
        <Input value={bankName} maxLength={60} onChange={setBankName} />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={set.isPending} disabled={!card.ok || bankName.trim().length < 2}>
          登记这张卡
        </Button>
        {onCancel !== undefined && (
          <Button variant="quiet" onClick={onCancel}>
            不换了
          </Button>
        )}
      </div>
    </form>
  );
}
