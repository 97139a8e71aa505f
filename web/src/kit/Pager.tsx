import type { ReactElement } from "react";
import { Button } from "./Button.tsx";

interface PagerProps {
  shown: number;
  /** Total, if the server knows it. */
  total?: number | undefined;
  unit: string;
  hasMore: boolean;
  onMore: () => void;
  busy?: boolean;
}

/** Shown rows of a list and a button for more. Uses cursors, so there are no page numbers. */
export function Pager({ shown, total, unit, hasMore, onMore, busy = false }: PagerProps): ReactElement {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 py-3">
      <p className="num text-sm text-ink-2" aria-live="polite">
        已显示 {shown.toLocaleString("zh-CN")}
        {total === undefined ? "" : ` / ${total.toLocaleString("zh-CN")}`} {unit}
        {hasMore && <span className="hidden print:inline">，其余没有印出，要全部请导出 Excel</span>}
      </p>
      {hasMore && (
        <Button variant="secondary" busy={busy} onClick={onMore}>
          再看一些
        </Button>
      )}
    </div>
  );
}
