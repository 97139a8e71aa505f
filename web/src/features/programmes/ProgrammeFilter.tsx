import type { ReactElement } from "react";
import { Select } from "../../kit/Select.tsx";
import { useProgrammes } from "./use-programmes.ts";

interface ProgrammeFilterProps {
  value: string;
  onChange: (id: string) => void;
}

/** Narrows a list to one programme; nothing to choose in a county that has one. */
export function ProgrammeFilter({ value, onChange }: ProgrammeFilterProps): ReactElement | null {
  const { choices } = useProgrammes();
  if (choices.length < 2 && value === "") return null;
  return (
    <Select
      className="w-56"
      aria-label="政策"
      placeholder="全部政策"
      value={value}
      onChange={onChange}
      choices={choices}
    />
  );
}
