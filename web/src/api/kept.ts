/** Answers that the device keeps for when there is no network; the service worker does it, for the learner's pages alone. */

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
