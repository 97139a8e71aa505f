import { createRoot } from "react-dom/client";
import { OfflineNotices, type OfflineFault } from "./OfflineNotices.tsx";

/** An open page asks this often for a new version. */
const ASK_MS = 30 * 60_000;

/**
 * Starts the service worker, which keeps the app on the device. A new version is offered, never forced: the page that is open goes on
 * with the files it began with. Browsers without it, or with a full disk, work as before.
 */
export async function keepAppOnDevice(): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register("/sw.js", { updateViaCache: "none" });
  const box = document.createElement("div");
  document.body.append(box);
  const root = createRoot(box);
  let isTaken = false;
  const show = (fault: OfflineFault | null): void => root.render(<OfflineNotices fault={fault} onTake={take} />);
  const take = (): void => {
    isTaken = true;
    registration.waiting?.postMessage({ kind: "take-over" });
  };
  const offer = (): void => {
    // Without one that runs already, this is the first: there is nothing to change.
    if (registration.waiting !== null && serviceWorker.controller !== null) show("new-version");
  };
  offer();
  registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", offer));
  serviceWorker.addEventListener("controllerchange", () => {
    if (isTaken) location.reload();
  });
  serviceWorker.addEventListener("message", (event: MessageEvent<{ kind?: string }>) => {
    if (event.data.kind === "full") show("full-disk");
  });
  const ask = (): void => void registration.update().catch(() => undefined);
  setInterval(ask, ASK_MS);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") ask();
  });
}
