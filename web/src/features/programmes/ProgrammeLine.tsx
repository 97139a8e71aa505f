import type { ReactElement } from "react";
import { useProgrammes } from "./use-programmes.ts";

/** Names a row's programme under its benefit; nothing in a county that has one. */
export function ProgrammeLine({ policyId }: { policyId: string }): ReactElement | null {
  const { programmes } = useProgrammes();
  if (programmes.length < 2) return null;
  return (
    <span className="block text-sm text-ink-2">{programmes.find((one) => one.id === policyId)?.title ?? policyId}</span>
  );
}
