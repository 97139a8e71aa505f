import type { ReactElement } from "react";
import type { Bound } from "./use-filters.ts";
import { DateBox } from "../kit/staff/DateBox.tsx";

interface DateRangeProps {
  /** 发证日期: which day it is that lies between the two. */
  label: string;
  from: Bound;
  to: Bound;
}

/** A filter by the days from one to another, either of which may be left open. */
export function DateRange({ label, from, to }: DateRangeProps): ReactElement {
  return (
    <span className="flex items-center gap-1.5">
      <DateBox aria-label={`${label}从`} {...from} />
      至
      <DateBox aria-label={`${label}到`} {...to} />
    </span>
  );
}
