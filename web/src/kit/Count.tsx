import type { ReactElement } from "react";
import { formatNumber } from "./format.ts";

interface CountProps {
  value: number;
  /** 人 counts distinct people, 人次 counts attendances: always say which. */
  unit: "人次" | "人" | "个" | "笔" | "本" | "期" | "家" | "名" | "件" | "条";
}

/** A count with its unit. */
export function Count({ value, unit }: CountProps): ReactElement {
  return (
    <span className="num whitespace-nowrap">
      {formatNumber(value)}
      <span className="ml-1 text-[0.92em]">{unit}</span>
    </span>
  );
}
