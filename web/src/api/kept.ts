/** Answers that the device keeps for when there is no network; the service worker does it, for the learner's pages alone. */

let keptAt: number | null = null;
const listeners = new Set<() => void>();

/** Notes whether an answer came from the device, and of when it is. */
export function noteAnswer(response: Response): void {
  const at = Number(response.headers.get("kept-at"));
  const next = at > 0 ? at : null;
  if (next === keptAt) return;
  keptAt = next;
  for (const listener of listeners) listener();
}

/** Moment of which the answers on the page are, in milliseconds; null while they come from the server. */
export const lastKeptAt = (): number | null => keptAt;

export function onKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the service worker to keep the answers at these addresses. Where there is none, nothing happens. */
export function keepOnDevice(addresses: readonly string[]): void {
  if (typeof navigator === "undefined" || !("serviceWorker" in navigator)) return;
  void navigator.serviceWorker.ready
    .then((registration) => registration.active?.postMessage({ kind: "keep", addresses }))
    .catch(() => undefined);
}

/** Deletes all that was kept: the next person on this device must not see it. */
export async function forgetOnDevice(): Promise<void> {
  if (!("caches" in globalThis)) return;
  try {
    for (const name of await caches.keys()) if (name.startsWith("kept-")) await caches.delete(name);
    if ("serviceWorker" in navigator) navigator.serviceWorker.controller?.postMessage({ kind: "forget" });
  } catch {
    // A browser that refuses its storage has kept nothing.
  }
}
