import type { ReactElement } from "react";
import { FactList } from "../../kit/FactList.tsx";
import { TradeDrawing } from "../../kit/TradeDrawing.tsx";

interface CertificateSheetProps {
  title: string;
  occupation: string;
  /** Occupation with its level. */
  project: string;
  holder: string;
  facts: { label: string; value: string }[];
  /** Why it no longer holds. */
  fault: string | null;
  /** The code that somebody else scans. */
  code: ReactElement | null;
}

/** A certificate as a sheet that one would frame: a double line, the trade's drawing behind the name, and the code at its foot. */
export function CertificateSheet(props: CertificateSheetProps): ReactElement {
  return (
    <article className="rounded-lg border-2 border-accent bg-sheet p-1.5">
      <div className="relative grid gap-5 overflow-hidden rounded-md border border-accent-line px-5 py-8 text-center sm:px-10">
        <span aria-hidden className="absolute inset-0 grid place-items-center text-accent-line opacity-25">
          <TradeDrawing occupation={props.occupation} size={300} />
        </span>
        <div className="relative grid justify-items-center gap-3">
          <TradeDrawing occupation={props.occupation} size={72} className="text-accent" />
          <p className="text-sm tracking-[0.2em] text-ink-2">{props.title}</p>
          <h2 className="text-2xl font-semibold sm:text-3xl">{props.project}</h2>
          <p className="text-xl">{props.holder}</p>
          {props.fault !== null && <p className="font-semibold text-refuse">{props.fault}</p>}
        </div>
        <div className="relative grid gap-6 text-left sm:grid-cols-[1fr_auto] sm:items-end">
          <FactList
            facts={props.facts.map(({ label, value }) => ({ label, value: <span className="num">{value}</span> }))}
          />
          {props.code !== null && <div className="justify-self-center">{props.code}</div>}
        </div>
      </div>
    </article>
  );
}
