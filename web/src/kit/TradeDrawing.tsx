import { PLAIN_TRADE, tradeOf } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { cx } from "./cx.ts";

/**
 * The line drawing of an occupation's trade, in ink and the warm accent. It says nothing that the words beside it don't say, so screen
 * readers pass over it. The drawings are one file that the browser keeps (`trades.svg`), not part of any script.
 */
export function TradeDrawing({ occupation, ...looks }: { occupation: string; size?: number; className?: string }) {
  return <Drawing name={tradeOf(occupation)?.drawing ?? PLAIN_TRADE} {...looks} />;
}

/** A drawing by its name in the sheet. */
export function Drawing({
  name,
  size = 56,
  className = "",
}: {
  name: string;
  size?: number;
  className?: string;
}): ReactElement {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden className={cx("trade-drawing shrink-0", className)}>
      <use href={`/trades.svg#${name}`} />
    </svg>
  );
}
