import { stateKind } from "@jinengtong/words";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { Money } from "../../../kit/Money.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";

interface ClaimLineProps {
  id: string;
  title: string;
  /** The organisation that asked for it; null where the person did. */
  madeBy: string | null;
  state: string;
  stateLabel: string;
  fen: number | null;
  /** Since when it stands so. */
  on: string;
}

/** One claim in a list; the whole row is a link. */
export function ClaimLine({ id, title, madeBy, state, stateLabel, fen, on }: ClaimLineProps): ReactElement {
  return (
    <li className="group relative rounded-md px-2 py-3 hover:bg-paper">
      <div className="flex items-baseline justify-between gap-4">
        <Link to={`/my/claims/${id}`} className="font-medium after:absolute after:inset-0 group-hover:text-accent">
          {madeBy === null ? title : `${title}（${madeBy}申请）`}
        </Link>
        {fen !== null && (
          <span className="shrink-0 font-semibold">
            <Money fen={fen} />
          </span>
        )}
      </div>
      <p className="mt-0.5 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <StatusMark kind={stateKind("claim", state)}>{stateLabel}</StatusMark>
        <span className="num text-ink-3">{on}</span>
      </p>
    </li>
  );
}
