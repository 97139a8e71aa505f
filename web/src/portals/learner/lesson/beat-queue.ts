import type { Beat } from "../../../features/player/beat-collector.ts";

/** A beat as the API takes it. */
export interface SentBeat {
  fromMs: number;
  toMs: number;
  playbackRate: number;
  visible: boolean;
}

/** Most beats of one request; the rest waits for the next. */
const AT_ONCE = 60;
/** The server's tolerance between what it counted and what comes next (`START_TOLERANCE_MS`). */
export const GAP_MS = 2_000;

const ms = (seconds: number) => Math.max(0, Math.round(seconds * 1000));

/** Beats on their way to the server, and whether what was played reached it. */
export class BeatQueue {
  #waiting: SentBeat[] = [];
  #playedMs = 0;
  #hidden = false;

  add(beats: readonly Beat[]): void {
    for (const { from, to, rate, visible } of beats) {
      this.#waiting.push({ fromMs: ms(from), toMs: ms(to), playbackRate: rate, visible });
      this.#playedMs = Math.max(this.#playedMs, ms(to));
      if (!visible) this.#hidden = true;
    }
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  take(): SentBeat[] {
    return this.#waiting.splice(0, AT_ONCE);
  }

  /** Beats that didn't arrive: sent again with the next, in their order. */
  giveBack(beats: readonly SentBeat[]): void {
    this.#waiting.unshift(...beats);
  }

  /** The lesson was opened again: beats of the earlier opening can't be sent any more. */
  drop(): void {
    this.#waiting = [];
  }

  /** The lesson starts again from the server's position: whatever is on its way no longer matters. */
  reset(): void {
    this.#waiting = [];
    this.#playedMs = 0;
    this.#hidden = false;
  }

  /**
   * Why what was played beyond the server's position can't be counted any more, so that the player must go back; null if nothing is
   * lost or beats are still on their way.
   */
  lost(furthestMs: number): "hidden" | "gap" | null {
    if (!this.isEmpty || this.#playedMs <= furthestMs + GAP_MS) return null;
    return this.#hidden ? "hidden" : "gap";
  }
}
