import type { ReactElement } from "react";
import { Link } from "react-router";
import { formatYuan } from "../../../kit/format.ts";
import { Drawing } from "../../../kit/TradeDrawing.tsx";
import type { Trade } from "../wizard/answers.ts";

const CLASS =
  "group flex h-full w-full flex-col items-center rounded-lg border border-line bg-sheet px-1 pt-3 pb-2.5 text-center hover:border-accent";

/** A trade with its drawing and the sum of the published list. A link, or a choice where `onClick` is given. */
export function TradeTile({ trade, onClick }: { trade: Trade; onClick?: () => void }): ReactElement {
  const { name, drawing, mostFen, shortage, classes, levels } = trade;
  const inside = (
    <>
      <Drawing name={drawing} size={48} className="text-ink" />
      <span className="mt-1.5 leading-tight font-medium group-hover:text-accent">{name}</span>
      {mostFen !== null && (
        <span className="num mt-auto pt-1 text-xl leading-tight font-semibold whitespace-nowrap">
          {formatYuan(mostFen)}
          <span className="text-xs font-normal text-ink-2"> 元</span>
        </span>
      )}
      <span className="mt-0.5 flex min-h-[1.5em] flex-wrap justify-center gap-x-2 text-xs text-ink-2">
        {levels.length > 1 && <span>最高</span>}
        {shortage && <span className="font-medium text-turn">紧缺</span>}
        {classes > 0 && <span className="num">{classes} 个班</span>}
      </span>
    </>
  );
  if (onClick !== undefined)
    return (
      <button type="button" onClick={onClick} className={CLASS}>
        {inside}
      </button>
    );
  return (
    <Link to={`/benefits?door=learn&trade=${encodeURIComponent(trade.key)}`} className={CLASS}>
      {inside}
    </Link>
  );
}
