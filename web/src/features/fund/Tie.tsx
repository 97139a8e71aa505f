import type { ReactElement } from "react";
import { formatYuan } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";

interface TieProps {
  /** Left side: 下达额度. */
  whole: readonly (readonly [label: string, fen: number])[];
  /** Parts of the quota: 可用, 已核定待付, 已支付. */
  parts: readonly (readonly [label: string, fen: number])[];
}

const sum = (amounts: TieProps["parts"]): number => amounts.reduce((total, [, fen]) => total + fen, 0);

/** An accounting equation, with whether it holds. */
export function Tie({ whole, parts }: TieProps): ReactElement {
  const apart = sum(whole) - sum(parts);
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
      <Side amounts={whole} />
      <span className="text-ink-3">=</span>
      <Side amounts={parts} />
      {apart === 0 ? (
        <StatusMark kind="done">相符</StatusMark>
      ) : (
        <StatusMark kind="late">{`相差 ${formatYuan(Math.abs(apart), { fen: "always" })} 元`}</StatusMark>
      )}
    </p>
  );
}

function Side({ amounts }: { amounts: TieProps["parts"] }): ReactElement {
  return (
    <>
      {amounts.map(([label, fen], index) => (
        <span key={label} className="whitespace-nowrap">
          {index > 0 && <span className="mr-2 text-ink-3">+</span>}
          <span className="text-ink-2">{label}</span> <Money fen={fen} exact />
        </span>
      ))}
    </>
  );
}
