import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../api/contract.ts";
import { useChange } from "../../api/hooks.ts";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { DateInput } from "../../kit/DateInput.tsx";
import { FormField, useForm } from "../../kit/form.tsx";
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
  const tell = useToast();
  const record = useChange(api.sources.recordMovement, {
    refresh: [api.sources.list, api.homes.finance],
    onSuccess: () => {
      tell(`已登记${label}`);
      onClose();
    },
  });
  const rules = contractOf(api.sources.recordMovement);
  const form = useForm({
    initial: { movement: "quota-issued" as Movement, amountFen: null as number | null, postedOn: "", voucher: "" },
    rules: { ...rules, amountFen: { ...rules["amountFen"], least: 1 } },
    error: record.error,
  });
  const { movement, amountFen: fen, postedOn, voucher } = form.values;
  const label = MOVEMENTS.find((each) => each.value === movement)?.label ?? "";
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`登记资金：${source.name}`}
      consequences={[
        "入账后不能修改；登记有误的，在报表的明细账中提出更正，由另一位财政人员决定。",
        "同一凭证号只能登记一次，大小写、全角和空格不算不同。",
        "日期从来源设立之日到今天；上月的账记到本月 10 日为止，更早的以今天入账。",
      ]}
      action={fen === null ? "登记" : `登记${label} ${formatYuan(fen)} 元`}
      busy={record.isPending}
      form={form}
      onConfirm={() =>
        record.mutate({
          params: { id: source.id },
          body: { movement, amountFen: fen ?? 0, postedOn, voucher: voucher.trim() },
        })
      }
    >
      <div className="grid gap-3">
        <FormField name="movement" label="业务" group>
          <RadioGroup {...form.bind("movement")} choices={MOVEMENTS} />
        </FormField>
        <FormField name="amountFen" label="金额" error={fen === 0 ? "请填大于零的金额" : undefined}>
          <MoneyInput {...form.bind("amountFen")} />
        </FormField>
        <FormField name="postedOn" label="入账日期" group>
          <DateInput {...form.bind("postedOn")} />
        </FormField>
        <FormField name="voucher" label="凭证号">
          <Input {...form.bind("voucher")} />
        </FormField>
      </div>
    </ConfirmSheet>
  );
}
