import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { call } from "../../api/client.ts";
import { contractOf } from "../../api/contract.ts";
import { CLAWBACK_READS, type Clawback } from "../../features/fund/clawback-ends.ts";
import { DateInput } from "../../kit/DateInput.tsx";
import { FormField, needing, useForm } from "../../kit/form.tsx";
import { formatYuan } from "../../kit/format.ts";
import { Input } from "../../kit/Input.tsx";
import { BulkAct } from "../../lists/BulkAct.tsx";

interface RepaymentsManyProps {
  /** Chosen demands. */
  rows: readonly Clawback[];
  onDone: (left: ReadonlySet<string>) => void;
}

/** Confirms that the money of several demands came back on one day, each with the voucher of its own receipt. */
export function RepaymentsMany({ rows, onDone }: RepaymentsManyProps): ReactElement {
  const open = rows.filter((row) => row.state === "demanded");
  const { on = {}, voucher = {} } = contractOf(api.clawbacks.confirmRepayment);
  const rules = { on, ...Object.fromEntries(open.map(({ id }) => [id, voucher])) };
  const form = useForm<Record<string, string>>({
    initial: { on: "" },
    rules: needing(rules, "on", ...open.map(({ id }) => id)),
  });
  const text = (name: string) => form.values[name] ?? "";
  return (
    <BulkAct
      rows={open}
      keyOf={(row) => row.id}
      nameOf={(row) => `${row.claimNumber} ${row.payeeName}`}
      act={({ id }) =>
        call(api.clawbacks.confirmRepayment, { params: { id }, body: { on: text("on"), voucher: text(id) } })
      }
      refresh={CLAWBACK_READS}
      verb="确认到账"
      unit="件"
      title="确认所选的追回到账"
      consequences={[
        `共 ${formatYuan(open.reduce((sum, { amountFen }) => sum + amountFen, 0))} 元记入专户，并恢复各来源的可用额度。`,
        "发出通知的人不能确认到账。",
      ]}
      said={(done) => `已确认 ${done} 件到账`}
      form={form}
      onDone={onDone}
    >
      <div className="grid gap-3">
        <FormField name="on" label="到账日期" group>
          <DateInput value={text("on")} onChange={(value) => form.set({ on: value })} />
        </FormField>
        {open.map((row) => (
          <FormField
            key={row.id}
            name={row.id}
            label={`${row.claimNumber} 的收款凭证号`}
            hint={`${row.payeeName}，${formatYuan(row.amountFen)} 元`}
          >
            <Input value={text(row.id)} onChange={(value) => form.set({ [row.id]: value })} />
          </FormField>
        ))}
      </div>
    </BulkAct>
  );
}
