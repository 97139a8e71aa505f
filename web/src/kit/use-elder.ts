import { useSyncExternalStore } from "react";

const KEY = "jinengtong.elder";
const listeners = new Set<() => void>();
let chosen: boolean | null = null;

const read = (): boolean => chosen ?? (typeof localStorage !== "undefined" && localStorage.getItem(KEY) === "on");

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** 长辈版: whether a person wants fewer things on each page; stored on the device, and for this visit where that is full. */
export function useElder(): [boolean, (on: boolean) => void] {
  const elder = useSyncExternalStore(subscribe, read, () => false);
  return [elder, choose];
}

function choose(on: boolean): void {
  chosen = on;
  try {
    localStorage.setItem(KEY, on ? "on" : "off");
  } catch {
    // It holds until the page is closed.
  }
  for (const listener of listeners) listener();
}
