import { useSyncExternalStore, type ReactElement } from "react";
import { formatInstant } from "./format.ts";

function subscribe(change: () => void): () => void {
  addEventListener("online", change);
  addEventListener("offline", change);
  return () => {
    removeEventListener("online", change);
    removeEventListener("offline", change);
  };
}

interface OfflineBarProps {
  always?: boolean;
  keptAt?: number | null;
}

/**
 * Says that the device has no network, as long as it has none. Nothing that is tapped meanwhile is kept for later. `always`: also
 * with a network, for the showcase. `keptAt`: moment of which the answers on the page are.
 */
export function OfflineBar({ always = false, keptAt = null }: OfflineBarProps): ReactElement | null {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online && !always) return null;
  return (
    <p role="status" data-shell className="sticky top-0 z-50 bg-turn-soft px-4 py-2 text-center text-ink">
      没有网络。看过的内容还在{keptAt !== null && `（${formatInstant(new Date(keptAt).toISOString())} 存的）`}
      ；现在点的操作不会办理，填好的内容会留着。
    </p>
  );
}
