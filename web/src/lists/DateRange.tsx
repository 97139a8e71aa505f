import type { ReactElement } from "react";
import type { Bound } from "./use-filters.ts";
import { DateBox } from "../kit/staff/DateBox.tsx";

interface DateRangeProps {
  /** 发证日期: label of the date that is filtered. */
  label: string;
  from: Bound;
  to: Bound;
}

/** Filter by a date range with optional ends. */
export function DateRange({ label, from, to }: DateRangeProps): ReactElement {
  return (
    <span className="flex items-center gap-1.5">
      <DateBox aria-label={`${label}从`} {...from} />
      至
      <DateBox aria-label={`${label}到`} {...to} />
    </span>
  );
}
