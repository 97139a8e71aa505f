import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { Field } from "../../kit/Field.tsx";
import { formatYuan } from "../../kit/format.ts";
import { Input } from "../../kit/Input.tsx";
import { MoneyInput } from "../../kit/MoneyInput.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { useToast } from "../../kit/Toast.tsx";

type Movement = "quota-issued" | "quota-withdrawn" | "funded" | "interest";

const MOVEMENTS: { value: Movement; label: string; description: string }[] = [
  { value: "quota-issued", label: "下达额度", description: "可用额度增加" },
  { value: "funded", label: "资金拨入", description: "专户存款增加" },
  { value: "interest", label: "专户利息", description: "专户存款增加" },
  { value: "quota-withdrawn", label: "收回额度", description: "可用额度减少" },
];

/** Books quota or money from outside, once per voucher. */
export function MovementDialog({
  source,
  onClose,
}: {
  source: { id: string; name: string };
  onClose: () => void;
}): ReactElement {
  const [movement, setMovement] = useState<Movement>("quota-issued");
  const [fen, setFen] = useState<number | null>(null);
  const [on, setOn] = useState("");
  const [voucher, setVoucher] = useState("");
  const tell = useToast();
  const label = MOVEMENTS.find((each) => each.value === movement)?.label ?? "";
  const record = useChange(api.sources.recordMovement, {
    refresh: [api.sources.list, api.homes.finance],
    onSuccess: () => {
      tell(`已登记${label}`);
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`登记资金：${source.name}`}
      consequences={["入账后不能修改；登记有误请另作相反登记并写明凭证。", "同一凭证号只能登记一次。"]}
      action={fen === null ? "登记" : `登记${label} ${formatYuan(fen)} 元`}
      disabled={fen === null || fen <= 0 || on === "" || voucher.trim() === ""}
      busy={record.isPending}
      error={record.error}
      onConfirm={() =>
        record.mutate({
          params: { id: source.id },
          body: { movement, amountFen: fen ?? 0, postedOn: on, voucher: voucher.trim() },
        })
      }
    >
      <div className="grid gap-3">
        <Field label="业务" group>
          <RadioGroup value={movement} onChange={setMovement} choices={MOVEMENTS} />
        </Field>
        <Field label="金额">
          <MoneyInput value={fen} onChange={setFen} />
        </Field>
        <Field label="入账日期" group>
          <DateInput value={on} onChange={setOn} />
        </Field>
        <Field label="凭证号">
          <Input value={voucher} onChange={setVoucher} maxLength={40} />
        </Field>
      </div>
    </ConfirmSheet>
  );
}
