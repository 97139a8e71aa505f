import { useEffect, useState, type ReactElement } from "react";

/** More rows than this aren't fetched to be chosen. */
const MOST = 1_000;

interface ChooseAllProps {
  /** Keys of the rows that are loaded. */
  keys: readonly string[];
  chosen: ReadonlySet<string>;
  total: number | undefined;
  unit: string;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
  onChoose: (keys: ReadonlySet<string>) => void;
}

/** When all shown rows are chosen and more match: chooses those too, page by page. */
export function ChooseAll(props: ChooseAllProps): ReactElement | null {
  const { keys, chosen, hasMore, isLoadingMore, onMore, onChoose } = props;
  const [wanted, setWanted] = useState(false);
  const enough = !hasMore || keys.length >= MOST;
  useEffect(() => {
    if (!wanted || isLoadingMore) return;
    if (enough) {
      onChoose(new Set(keys));
      // oxlint-disable-next-line react/set-state-in-effect -- the last page has come: the wish is fulfilled
      setWanted(false);
    } else onMore();
  }, [wanted, enough, isLoadingMore, keys, onMore, onChoose]);
  if (!hasMore || keys.length === 0 || !keys.every((key) => chosen.has(key))) return null;
  if (keys.length >= MOST) return <span className="text-sm text-ink-2">一次最多选 {MOST} 条</span>;
  return (
    <button
      type="button"
      disabled={wanted}
      className="min-h-6 text-accent underline underline-offset-3 max-lg:min-h-11"
      onClick={() => setWanted(true)}
    >
      {wanted
        ? "正在取出其余的…"
        : `选择符合条件的全部${props.total === undefined ? "" : ` ${props.total} ${props.unit}`}`}
    </button>
  );
}
