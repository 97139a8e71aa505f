import type { ReactElement } from "react";
import { cx } from "./cx.ts";
import { formatYuan } from "./format.ts";

interface MoneyProps {
  fen: number;
  /** Always two decimals, as in ledgers and bank files. */
  exact?: boolean;
  /** Large figure for the main amount of a page. */
  size?: "text" | "large" | "display";
  className?: string;
}

const sizes = { text: "", large: "text-2xl font-semibold", display: "text-4xl font-semibold tracking-tight" } as const;

/** An amount in yuan, tabular, with its unit. */
export function Money({ fen, exact = false, size = "text", className }: MoneyProps): ReactElement {
  return (
    <span className={cx("num whitespace-nowrap", sizes[size], className)}>
      {formatYuan(fen, { fen: exact ? "always" : "auto" })}
      <span className={cx("ml-1", size === "text" ? "text-[0.92em]" : "text-base font-normal text-ink-2")}>元</span>
    </span>
  );
}
