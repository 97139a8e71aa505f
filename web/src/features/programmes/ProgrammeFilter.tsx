import type { ReactElement } from "react";
import { Filter } from "../../lists/Filter.tsx";
import type { Bound } from "../../lists/use-filters.ts";
import { useProgrammes } from "./use-programmes.ts";

/** Narrows a list to one programme; nothing to choose in a county that has one. */
export function ProgrammeFilter({ value, onChange }: Bound): ReactElement | null {
  const { choices } = useProgrammes();
  if (choices.length < 2 && value === "") return null;
  return <Filter label="政策" className="w-56" value={value} onChange={onChange} choices={choices} />;
}
