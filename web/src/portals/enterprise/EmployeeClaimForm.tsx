import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Card } from "../../kit/Card.tsx";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, useForm } from "../../kit/form.tsx";
import { ClaimForm } from "../../features/claims/ClaimForm.tsx";
import { claimPapers } from "../../features/papers/paper-kinds.ts";
import type { Paper } from "../../features/papers/PaperList.tsx";
import { usePapers } from "../../features/papers/use-papers.ts";
import type { PolicyBenefit } from "../../features/claims/use-policy.ts";
import { Select } from "../../kit/Select.tsx";
import { askOf, asksCostOf, COST_PAPER, keyOf, type EmployeeClaimValues as Values } from "./employee-claim.ts";
import { CostFields } from "./CostFields.tsx";
import { EmployeePicker, type Picked } from "./EmployeePicker.tsx";
import { GroundField } from "./GroundField.tsx";

interface EmployeeClaimFormProps {
  programme: string;
  benefit: PolicyBenefit;
  employeeId: string | null;
}

/** A claim for an employee picked from the enterprise's list: on the job alone, or on a finished class or a certificate. */
export function EmployeeClaimForm({ programme, benefit, employeeId }: EmployeeClaimFormProps): ReactElement {
  const organisationId = useSession().data?.account?.organisationId ?? "";
  const named = useApi(
    api.employees.list,
    { params: { id: organisationId }, query: { state: "employed", personId: employeeId ?? "" } },
    { enabled: employeeId !== null },
  ).data?.rows[0];
  const [chosen, setChosen] = useState<Picked | null | undefined>(undefined);
  const form = useForm<Values>({
    initial: { ground: "", stated: { months: "3", actualCostFen: null, assessmentFeeFen: null } },
    rules: contractOf(api.claims.create),
  });
  const { values } = form;
  const [papers, setPapers] = useState<readonly Paper[]>([]);
  const changePapers = usePapers(papers, setPapers);
  const picked = chosen === undefined ? (named ?? null) : chosen;
  const claiming = benefit.claiming;
  const most = claiming?.months ?? null;
  const byGround = claiming?.evidence === "certificate";
  const grounds = useApi(
    api.claims.grounds,
    { query: { benefit: benefit.benefit, personId: picked?.personId ?? "" } },
    { enabled: byGround && picked !== null },
  );
  const ground = grounds.data?.grounds.find((one) => keyOf(one) === values.ground);
  const asksCost = asksCostOf(benefit, ground);
  const ask = picked === null ? null : askOf(programme, benefit, picked.personId, values, ground);
  const needs = claimPapers(claiming?.papers);
  return (
    <ClaimForm
      base="/enterprise"
      back="/enterprise/claims"
      ask={ask}
      subject={picked?.name ?? ""}
      benefitTitle={benefit.title}
      needs={asksCost ? [COST_PAPER, ...needs.filter(({ kind }) => kind !== COST_PAPER.kind)] : needs}
      papers={papers}
      paperChanges={changePapers}
      onMade={() => setPapers([])}
      aside={
        <Card title="要满足的条件" action={<span className="text-sm text-ink-2">条款 {benefit.clause}</span>}>
          <p className="mb-2 text-ink-2">{benefit.summary}</p>
          <ul className="divide-y divide-line border-y border-line">
            {benefit.tests.map((test) => (
              <li key={test.id} className="py-1.5">
                {test.title}
                <span className="ml-2 text-sm text-ink-3">条款 {test.clause}</span>
              </li>
            ))}
          </ul>
        </Card>
      }
    >
      <FormBody form={form} className="grid gap-5">
        <FormField name="personId" required label="职工" group>
          <EmployeePicker
            organisationId={organisationId}
            picked={picked}
            onPick={(employee) => {
              setChosen(employee);
              form.set({ ground: "" });
            }}
          />
        </FormField>
        {byGround && picked !== null && (
          <GroundField
            benefit={benefit}
            query={grounds}
            value={values.ground}
            onChange={(key) => form.set({ ground: key })}
          />
        )}
        {asksCost && <CostFields form={form} ask={ask} />}
        {most !== null && (
          <FormField name="stated/months" required label="月数" hint={`1 至 ${most} 个月`}>
            <Select
              value={values.stated.months}
              onChange={(months) => form.setPart("stated", { months })}
              choices={Array.from({ length: most }, (_, at) => ({ value: String(at + 1), label: `${at + 1} 个月` }))}
            />
          </FormField>
        )}
      </FormBody>
    </ClaimForm>
  );
}
