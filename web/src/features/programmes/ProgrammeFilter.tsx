import type { ReactElement } from "react";
import { Field } from "../../kit/Field.tsx";
import { Filter } from "../../lists/Filter.tsx";
import type { Bound } from "../../lists/use-filters.ts";
import { useProgrammes } from "./use-programmes.ts";

interface ProgrammeFilterProps extends Bound {
  /** Under its name and in the width of its column, as beside a queue. */
  titled?: boolean;
}

/** Narrows a list to one programme; nothing to choose in a county that has one. */
export function ProgrammeFilter({ titled = false, ...bound }: ProgrammeFilterProps): ReactElement | null {
  const { choices } = useProgrammes();
  if (choices.length < 2 && bound.value === "") return null;
  const filter = (
    <Filter label="政策" className={titled ? "w-full" : "w-56 max-sm:w-full"} {...bound} choices={choices} />
  );
  return titled ? (
    <Field label="政策" required="filter">
      {filter}
    </Field>
  ) : (
    filter
  );
}
