import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyWatchEvent,
  BANK_LIMIT_MS,
  creditedMs,
  EMPTY_WATCH,
  foldWatch,
  isWatched,
  START_TOLERANCE_MS,
  type WatchEvent,
} from "./watched-time.ts";

const second = 1_000;
const minute = 60 * second;
const rules = { durationMs: 30 * minute, rate: 1 };
const open = (at: number): WatchEvent => ({ kind: "open", at });
const beat = (at: number, fromMs: number, toMs: number, visible = true): WatchEvent => ({
  kind: "beat",
  at,
  fromMs,
  toMs,
  visible,
});
/** An honest player: a beat each ten seconds, each ten seconds long. */
const playing = (count: number, from = 0, at = 0): WatchEvent[] =>
  Array.from({ length: count }, (_, n) =>
    beat(at + (n + 1) * 10 * second, from + n * 10 * second, from + (n + 1) * 10 * second),
  );
const credit = (events: WatchEvent[], given = rules): number => creditedMs(foldWatch(events, given));

describe("credit for watching", () => {
  const cases: [string, WatchEvent[], number][] = [
    ["an honest minute", [open(0), ...playing(6)], 60 * second],
    ["dragging to the end", [open(0), beat(10 * second, 29 * minute, 30 * minute)], 0],
    [
      "a plug-in that plays sixteen times as fast",
      [
        open(0),
        ...Array.from({ length: 6 }, (_, n) => beat((n + 1) * 10 * second, n * 160 * second, (n + 1) * 160 * second)),
      ],
      10 * second,
    ],
    ["one claim of the whole film", [open(0), beat(10 * second, 0, 30 * minute)], 10 * second],
    [
      "a thousand beats in one second",
      [open(0), ...Array.from({ length: 1_000 }, (_, n) => beat(n, n * second, (n + 1) * second))],
      2,
    ],
    [
      "the same beat sent again and again",
      [open(0), ...Array.from({ length: 50 }, () => beat(10 * second, 0, 10 * second))],
      10 * second,
    ],
    ["watching the first minute twice", [open(0), ...playing(6), ...playing(6, 0, 60 * second)], 60 * second],
    [
      "reloading before every beat",
      Array.from({ length: 30 }, (_, n): WatchEvent[] => [open(n * 100), beat(n * 100 + 50, 0, 10 * second)]).flat(),
      // The half of the three seconds that a lease was open and not new.
      1_500,
    ],
    ["beats without opening", playing(6), 0],
    ["a hidden page", [open(0), beat(10 * second, 0, 10 * second, false)], 0],
    [
      "leaving the page open for a day and then claiming it",
      [open(0), beat(24 * 60 * minute, 0, 30 * minute)],
      BANK_LIMIT_MS,
    ],
    [
      "two minutes without a network, beats kept and sent after",
      [open(0), ...playing(12).map((each) => ({ ...each, at: 2 * minute }))],
      2 * minute,
    ],
    ["a leap within the tolerance", [open(0), beat(10 * second, START_TOLERANCE_MS, 12 * second)], 10 * second],
    [
      "a server clock that steps back",
      [open(minute), beat(0, 0, 10 * second), beat(minute + 5 * second, 0, 10 * second)],
      5 * second,
    ],
  ];
  it.each(cases)("%s", (_name, events, expected) => {
    expect(credit(events)).toBe(expected);
  });

  it("goes on where the last visit ended", () => {
    const first = foldWatch([open(0), ...playing(6), { kind: "close", at: minute }], rules);
    const again = [open(90 * minute), ...playing(6, 60 * second, 90 * minute)].reduce(
      (state, event) => applyWatchEvent(state, event, rules),
      first,
    );
    expect(creditedMs(again)).toBe(2 * minute);
  });

  it("counts a lesson as watched at its end, a moment short included", () => {
    const short = { durationMs: 61 * second, rate: 1 };
    expect(isWatched(foldWatch([open(0), ...playing(6)], short), short)).toBe(true);
    expect(isWatched(foldWatch([open(0), ...playing(5)], short), short)).toBe(false);
  });
});

describe("a check", () => {
  const shown: WatchEvent = { kind: "check-shown", at: minute };
  const watched = [open(0), ...playing(6), shown];
  const cases: [string, WatchEvent[], number][] = [
    ["holds back what it is to vouch for", watched, 0],
    ["passed, gives it free", [...watched, { kind: "check-passed", at: minute + 5 * second }], minute],
    ["missed, takes it back", [...watched, { kind: "check-missed", at: 2 * minute }], 0],
    ["stops the film until it is answered", [...watched, ...playing(6, minute, minute)], 0],
    [
      "missed, falls back to the last one passed and no further",
      [
        ...watched,
        { kind: "check-passed", at: minute },
        ...playing(6, minute, minute),
        { kind: "check-shown", at: 2 * minute },
        { kind: "check-missed", at: 3 * minute },
      ],
      minute,
    ],
    ["cannot be got rid of by reloading", [...watched, open(2 * minute)], 0],
    ["cannot be got rid of by leaving", [...watched, { kind: "close", at: 2 * minute }], 0],
    [
      "does not save up time while it waits",
      [...watched, { kind: "check-passed", at: 2 * minute }, beat(2 * minute + 100, minute, 2 * minute)],
      minute + 100,
    ],
  ];
  it.each(cases)("%s", (_name, events, expected) => {
    expect(credit(events)).toBe(expected);
  });
});

/** Any client at all: honest, broken or made to cheat. Time between events may be anything, also backwards. */
const anyEvent = fc.record({
  kind: fc.constantFrom<WatchEvent["kind"]>(
    "open",
    "beat",
    "beat",
    "beat",
    "beat",
    "check-shown",
    "check-passed",
    "check-missed",
    "close",
  ),
  step: fc.integer({ min: -5_000, max: 120_000 }),
  fromMs: fc.integer({ min: 0, max: 40 * minute }),
  length: fc.integer({ min: 0, max: 10 * minute }),
  nearFront: fc.boolean(),
  visible: fc.boolean(),
});
const anyLog = fc.array(anyEvent, { maxLength: 60 }).map((steps) => {
  let at = 0;
  let front = 0;
  return steps.map((step): WatchEvent => {
    at = Math.max(0, at + step.step);
    const fromMs = step.nearFront ? front : step.fromMs;
    front = Math.max(front, step.nearFront ? fromMs + step.length : front);
    return { kind: step.kind, at, fromMs, toMs: fromMs + step.length, visible: step.visible };
  });
});
const anyRules = fc.record({
  durationMs: fc.integer({ min: 1_000, max: 30 * minute }),
  rate: fc.constantFrom(1, 1.25),
});

describe("whatever a client sends", () => {
  it("earns no more than the server's clock allows, nor more than the lesson is long", () => {
    fc.assert(
      fc.property(anyLog, anyRules, (events, given) => {
        const last = events.reduce((latest, event) => Math.max(latest, event.at), 0);
        const state = foldWatch(events, given);
        expect(state.furthestMs).toBeLessThanOrEqual(last * given.rate);
        expect(state.furthestMs).toBeLessThanOrEqual(given.durationMs);
        expect(creditedMs(state)).toBeLessThanOrEqual(state.furthestMs);
        expect(state.safeMs).toBeLessThanOrEqual(state.furthestMs);
      }),
      { numRuns: 2_000 },
    );
  });

  it("changes nothing by repeating a beat", () => {
    fc.assert(
      fc.property(anyLog, anyRules, fc.nat(), (events, given, pick) => {
        const beats = events.filter((event) => event.kind === "beat");
        const again = beats[pick % Math.max(1, beats.length)];
        if (!again) return;
        const place = events.indexOf(again) + 1;
        const repeated = [...events.slice(0, place), again, ...events.slice(place)];
        expect(foldWatch(repeated, given)).toEqual(foldWatch(events, given));
      }),
      { numRuns: 2_000 },
    );
  });

  it("never takes credit away except by a check", () => {
    fc.assert(
      fc.property(anyLog, anyRules, (events, given) => {
        let state = EMPTY_WATCH;
        for (const event of events) {
          const next = applyWatchEvent(state, event, given);
          const gain = next.furthestMs - state.furthestMs;
          const isFair = event.kind === "beat" ? gain >= 0 && gain <= BANK_LIMIT_MS : gain <= 0;
          expect(isFair).toBe(true);
          state = next;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("comes to the same whether folded beat by beat with its state stored, or all at once", () => {
    fc.assert(
      fc.property(anyLog, anyRules, (events, given) => {
        let stored = JSON.stringify(EMPTY_WATCH);
        for (const event of events) stored = JSON.stringify(applyWatchEvent(JSON.parse(stored), event, given));
        expect(JSON.parse(stored)).toEqual(foldWatch(events, given));
      }),
      { numRuns: 500 },
    );
  });
});
