import type { Files } from "./files.ts";

export interface History {
  past: readonly Files[];
  present: Files;
  future: readonly Files[];
  /** The place of the last change and its time: typing on in one place is one step back. */
  last: { key: string; at: number } | null;
}

const MOST = 200;
const ONE_STEP_MS = 1500;

export const begin = (files: Files): History => ({ past: [], present: files, future: [], last: null });

export function change(history: History, files: Files, key: string, at: number): History {
  if (files === history.present) return history;
  const goesOn = key !== "" && history.last?.key === key && at - history.last.at < ONE_STEP_MS;
  return {
    past: goesOn ? history.past : [...history.past.slice(1 - MOST), history.present],
    present: files,
    future: [],
    last: { key, at },
  };
}

export function undo(history: History): History {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future], last: null };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, last: null };
}
