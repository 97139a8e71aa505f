import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "../../../../kit/Icon.tsx";

interface RowActsProps {
  /** The row, for those who hear the page. */
  name: string;
  at: number;
  count: number;
  onMove: (to: number) => void;
  onRemove: (() => void) | null;
  onCopy?: () => void;
  children?: ReactNode;
}

/** Up, down, copy, out: what is done with one row of an ordered list. */
export function RowActs({ name, at, count, onMove, onRemove, onCopy, children }: RowActsProps): ReactElement {
  return (
    <span className="flex shrink-0 items-center">
      {children}
      <RowAct icon="up" label={`上移：${name}`} onClick={at === 0 ? null : () => onMove(at - 1)} />
      <RowAct icon="down" label={`下移：${name}`} onClick={at === count - 1 ? null : () => onMove(at + 1)} />
      {onCopy !== undefined && <RowAct icon="file" label={`复制：${name}`} onClick={onCopy} />}
      <RowAct icon="cross" label={`删去：${name}`} onClick={onRemove} />
    </span>
  );
}

function RowAct({
  icon,
  label,
  onClick,
}: {
  icon: IconName;
  label: string;
  onClick: (() => void) | null;
}): ReactElement {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={onClick === null}
      onClick={onClick ?? undefined}
      className="grid size-7 place-items-center rounded-sm text-ink-2 hover:bg-paper hover:text-accent disabled:text-line-strong disabled:hover:bg-transparent"
    >
      <Icon name={icon} size="1em" />
    </button>
  );
}
