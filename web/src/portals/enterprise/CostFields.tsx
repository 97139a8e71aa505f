import type { ReactElement } from "react";
import { type Form, FormField } from "../../kit/form.tsx";
import { formatYuan } from "../../kit/format.ts";
import { MoneyInput } from "../../kit/MoneyInput.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { type ClaimAsk, useClaimPreview } from "../../features/claims/use-claim-preview.ts";
import type { EmployeeClaimValues } from "./employee-claim.ts";

interface CostFieldsProps {
  form: Form<EmployeeClaimValues>;
  ask: ClaimAsk | null;
}

/** Cost and fee of a training outside the catalogue (四.3), for one person; above the county's ceiling it says how much counts. */
export function CostFields({ form, ask }: CostFieldsProps): ReactElement {
  const { actualCostFen, assessmentFeeFen } = form.values.stated;
  const sum = actualCostFen === null || assessmentFeeFen === null ? null : actualCostFen + assessmentFeeFen;
  const counted = useClaimPreview(ask).data?.decision.computation.find(({ step }) => step === "base")?.fen;
  return (
    <>
      <FormField
        name="stated/actualCostFen"
        label="这名职工的实际培训成本"
        required
        hint="整个班的费用按人头分摊后的一份，与票据一致"
      >
        <MoneyInput value={actualCostFen} onChange={(fen) => form.setPart("stated", { actualCostFen: fen })} />
      </FormField>
      <FormField name="stated/assessmentFeeFen" label="考核费" required hint="没有收考核费的填 0">
        <MoneyInput value={assessmentFeeFen} onChange={(fen) => form.setPart("stated", { assessmentFeeFen: fen })} />
      </FormField>
      {sum !== null && counted !== undefined && counted < sum && (
        <Notice tone="turn" title={`超过当地的人均最高标准，按 ${formatYuan(counted, { fen: "always" })} 元计算`}>
          成本和考核费合计 {formatYuan(sum, { fen: "always" })} 元，超出的部分不补。
        </Notice>
      )}
    </>
  );
}
