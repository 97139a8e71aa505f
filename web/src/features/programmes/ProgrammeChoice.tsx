import type { ReactElement } from "react";
import { Field } from "../../kit/Field.tsx";
import { Select } from "../../kit/Select.tsx";
import { periodWords, type Programme } from "./use-programmes.ts";

interface ProgrammeChoiceProps {
  programmes: readonly Programme[];
  value: string;
  onChange: (id: string) => void;
}

/** Chooses the programme that a page is about, each with its period; nothing to choose in a county that has one. */
export function ProgrammeChoice({ programmes, value, onChange }: ProgrammeChoiceProps): ReactElement | null {
  if (programmes.length < 2) return null;
  return (
    <div className="max-w-xl">
      <Field label="看哪一项政策" required="filter">
        <Select
          value={value}
          onChange={onChange}
          choices={programmes.map((one) => ({
            value: one.id,
            label: `${one.title} · ${periodWords(one.period)}${one.inForce === null ? "（现在不施行）" : ""}`,
          }))}
        />
      </Field>
    </div>
  );
}
