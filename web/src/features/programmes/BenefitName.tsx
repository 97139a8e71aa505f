import type { ReactElement } from "react";
import { ProgrammeLine } from "./ProgrammeLine.tsx";
import { useBenefits } from "./use-programmes.ts";

interface BenefitNameProps {
  policyId: string;
  benefit: string;
}

/** A row's benefit, as its programme names it, and its programme where the county has several. */
export function BenefitName({ policyId, benefit }: BenefitNameProps): ReactElement {
  const { titleOf } = useBenefits(policyId);
  return (
    <>
      {titleOf(benefit)}
      <ProgrammeLine policyId={policyId} />
    </>
  );
}
