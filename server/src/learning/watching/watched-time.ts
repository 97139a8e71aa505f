/** A watch_event row for the fold. Times are milliseconds; `at` is the server's clock. */
export interface WatchEvent {
  kind: "open" | "beat" | "check-shown" | "check-passed" | "check-missed" | "close";
  at: number;
  fromMs?: number | null;
  toMs?: number | null;
  /** False: the page reports that it was hidden. */
  visible?: boolean;
}

/** Parameters of crediting. */
export interface WatchRules {
  durationMs: number;
  /** Media milliseconds that one millisecond of the server's clock may earn. */
  rate: number;
}

/**
 * State of the fold over the log. Credited is always one interval from the start to `furthestMs`: a point beyond it counts only
 * once the lesson was played up to it, and everything before it is credited already.
 */
export interface WatchState {
  furthestMs: number;
  /** Furthest point at the last passed check: a missed one falls back to it. */
  safeMs: number;
  /** Server time since the lease was opened that no credit has used yet. */
  bankMs: number;
  /** The last event of the open lease; null where none is open. */
  lastAt: number | null;
  checkPending: boolean;
}

export const EMPTY_WATCH: WatchState = { furthestMs: 0, safeMs: 0, bankMs: 0, lastAt: null, checkPending: false };

/** Tolerance between intervals: buffering and rounding, not a leap. */
export const START_TOLERANCE_MS = 2_000;
/** Limit of saved time for late beats on a poor network. Longer silences aren't made up for. */
export const BANK_LIMIT_MS = 300_000;
/** A lesson is finished with at most this much missing: players stop a little short. */
export const END_TOLERANCE_MS = 2_000;

/**
 * The state after one more event. Pure, so that credit can be recomputed from the log at any time. Within a lease, credit never
 * grows faster than the server's clock × rate, whatever the client claims, repeats or reorders.
 */
export function applyWatchEvent(state: WatchState, event: WatchEvent, rules: WatchRules): WatchState {
  switch (event.kind) {
    case "open":
      // A check that was open when the page closed counts as unanswered.
      return { ...(state.checkPending ? backToSafe(state) : state), bankMs: 0, lastAt: event.at };
    case "close":
      return { ...(state.checkPending ? backToSafe(state) : state), bankMs: 0, lastAt: null };
    case "check-shown":
      return { ...state, checkPending: true };
    case "check-passed":
      if (!state.checkPending) return state;
      return { ...state, checkPending: false, safeMs: state.furthestMs, lastAt: later(state.lastAt, event.at) };
    case "check-missed":
      if (!state.checkPending) return state;
      return { ...backToSafe(state), lastAt: later(state.lastAt, event.at) };
    case "beat":
      return applyBeat(state, event, rules);
  }
}

/** The fold over a whole log, in the order it was written. */
export const foldWatch = (events: Iterable<WatchEvent>, rules: WatchRules): WatchState => {
  let state = EMPTY_WATCH;
  for (const event of events) state = applyWatchEvent(state, event, rules);
  return state;
};

/** Credited milliseconds. While a check is open, only time up to the last passed check counts. */
export const creditedMs = (state: WatchState): number => (state.checkPending ? state.safeMs : state.furthestMs);

/** Whether the lesson was played to its end and no check is open. */
export const isWatched = (state: WatchState, rules: WatchRules): boolean =>
  !state.checkPending && state.furthestMs >= rules.durationMs - END_TOLERANCE_MS;

function applyBeat(state: WatchState, beat: WatchEvent, rules: WatchRules): WatchState {
  if (state.lastAt === null) return state;
  const lastAt = later(state.lastAt, beat.at);
  // The check pauses the video: time spent on it earns nothing.
  if (state.checkPending) return { ...state, lastAt };
  const bankMs = Math.min(BANK_LIMIT_MS, state.bankMs + (lastAt - state.lastAt) * rules.rate);
  const waiting = { ...state, bankMs, lastAt };
  const { fromMs, toMs } = beat;
  if (fromMs == null || toMs == null || beat.visible === false) return waiting;
  if (fromMs > state.furthestMs + START_TOLERANCE_MS) return waiting;
  const reached = Math.min(toMs, rules.durationMs, state.furthestMs + Math.floor(bankMs));
  if (reached <= state.furthestMs) return waiting;
  return { ...waiting, furthestMs: reached, bankMs: bankMs - (reached - state.furthestMs) };
}

const backToSafe = (state: WatchState): WatchState => ({ ...state, furthestMs: state.safeMs, checkPending: false });

/** Clocks of several processes may differ slightly; time never runs backwards here. */
const later = (before: number | null, now: number): number => (before === null ? now : Math.max(before, now));
