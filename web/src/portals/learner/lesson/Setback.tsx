import type { ReactElement } from "react";
import { formatSeconds } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import type { Watch } from "./use-watch.ts";

/** Position at which the notice disappears. */
const UNTIL_MS = 30_000;

/** Explains why the lesson went back. */
export function Setback({ watch: { view, setback } }: { watch: Watch }): ReactElement | null {
  if (setback === null || view === null || view.check !== null || view.furthestMs > setback.atMs + UNTIL_MS)
    return null;
  const place = formatSeconds(setback.atMs / 1000);
  switch (setback.because) {
    case "check":
      return (
        <Notice tone="turn" title={`退回到 ${place}，从这里再看一遍`}>
          刚才的问题没有答对，或者没来得及答。从上一次答对的地方重新计，再往前的学时都在。
        </Notice>
      );
    case "hidden":
      return (
        <Notice tone="turn" title={`后台播放不计学时，已退回 ${place}`}>
          页面被切到后台时放过的一段没有计入。请点“继续播放”，从这里看下去。
        </Notice>
      );
    case "gap":
      return (
        <Notice tone="turn" title={`有一段没有计上，已退回 ${place}`}>
          可能是网络断得太久。请点“继续播放”，从这里看下去，再往前的学时都在。
        </Notice>
      );
  }
}
