import { useSyncExternalStore } from "react";

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const KEY = "jinengtong.theme";
const listeners = new Set<() => void>();
let chosen: Theme | null = null;

function read(): Theme {
  if (chosen !== null) return chosen;
  const stored = typeof localStorage === "undefined" ? null : localStorage.getItem(KEY);
  return themes.find((theme) => theme === stored) ?? "system";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sets the page to the chosen theme; without a choice the device's own holds, by the styles alone. */
export function applyTheme(): void {
  const theme = read();
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset["theme"];
  else dataset["theme"] = theme;
}

/** The person's choice of light or dark; stored on the device, and for this visit where that is full. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, read, () => themes[0]);
  const set = (next: Theme): void => {
    chosen = next;
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // It holds until the page is closed.
    }
    applyTheme();
    for (const listener of listeners) listener();
  };
  return [theme, set];
}

const systemDark = "(prefers-color-scheme: dark)";

function onDevice(listener: () => void): () => void {
  const query = matchMedia(systemDark);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}

/** Whether the page is dark now, for what reads its colours once, such as a chart. */
export function useDark(): boolean {
  const [theme] = useTheme();
  const isDeviceDark = useSyncExternalStore(
    onDevice,
    () => matchMedia(systemDark).matches,
    () => false,
  );
  return theme === "dark" || (theme === "system" && isDeviceDark);
}
