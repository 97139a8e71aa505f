import { useEffect, useSyncExternalStore } from "react";

export const views = ["normal", "large", "largest"] as const;
export type View = (typeof views)[number];

const key = "jinengtong.view";
const listeners = new Set<() => void>();

/** The choice where it could not be stored: it holds until the page is closed. */
let unstored: View | null = null;

function read(): View {
  if (unstored !== null) return unstored;
  const stored = localStorage.getItem(key);
  return views.find((view) => view === stored) ?? "normal";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** The person's type size; stored on the device. */
export function useView(): [View, (view: View) => void] {
  const view = useSyncExternalStore(subscribe, read, () => views[0]);
  useEffect(() => {
    document.documentElement.dataset["view"] = view;
  }, [view]);
  const set = (next: View) => {
    try {
      localStorage.setItem(key, next);
      unstored = null;
    } catch {
      unstored = next;
    }
    for (const listener of listeners) listener();
  };
  return [view, set];
}
