import type { ReactElement, ReactNode } from "react";
import { Button } from "../Button.tsx";
import { ScrollArea } from "../ScrollArea.tsx";

interface PrintSheetProps {
  /** The form's name, centred at the top. */
  title: string;
  /** Below the title: number on the left, date on the right. */
  left?: ReactNode;
  right?: ReactNode;
  /** Landscape, for wide rosters. */
  landscape?: boolean;
  children: ReactNode;
  /** Footer: author, time, and digest. */
  foot?: ReactNode;
}

/** An A4 preview of a printed sheet, with the print button. An upright one is read in the width of a phone. */
export function PrintSheet({ title, left, right, landscape = false, children, foot }: PrintSheetProps): ReactElement {
  return (
    <div>
      {landscape && <style>{"@media print { @page { size: A4 landscape; } }"}</style>}
      <div data-print="hide" className="mb-3 flex justify-end">
        <Button icon="print" variant="secondary" onClick={() => print()}>
          打印
        </Button>
      </div>
      <ScrollArea label={title}>
        <article
          className={`mx-auto border border-line bg-sheet text-ink print:bg-white max-sm:p-4 print:w-auto print:border-0 print:p-0 ${landscape ? "w-[297mm] p-[12mm]" : "w-[210mm] p-[16mm] max-sm:w-full"}`}
        >
          <h2 className="mb-4 text-center text-2xl font-semibold tracking-[0.2em] max-sm:text-xl max-sm:tracking-normal">
            {title}
          </h2>
          <div className="num mb-2 flex flex-wrap justify-between gap-x-4 text-sm">
            <span>{left}</span>
            <span>{right}</span>
          </div>
          {children}
          {foot !== undefined && <footer className="mt-4 text-xs text-ink-2">{foot}</footer>}
        </article>
      </ScrollArea>
    </div>
  );
}
