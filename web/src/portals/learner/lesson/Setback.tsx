import type { ReactElement } from "react";
import { formatSeconds } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import type { Watch } from "./use-watch.ts";

/** Position at which the notice disappears. */
const UNTIL_MS = 30_000;

/** Explains why the lesson went back. */
export function Setback({ watch: { view, setbackMs } }: { watch: Watch }): ReactElement | null {
  if (setbackMs === null || view === null || view.check !== null || view.furthestMs > setbackMs + UNTIL_MS) return null;
  return (
    <Notice tone="turn" title={`退回到 ${formatSeconds(setbackMs / 1000)}，从这里再看一遍`}>
      刚才的问题没有答对，或者没来得及答。前面已经计入的学时不受影响。
    </Notice>
  );
}
