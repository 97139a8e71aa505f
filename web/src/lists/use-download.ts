import { useState } from "react";
import { download } from "../api/download.ts";
import { messageOf } from "../api/problem.ts";
import { useToast } from "../kit/Toast.tsx";

/** Downloads a file and reports a failure; `busy` while it runs. */
export function useDownload(): { busy: boolean; save: (...file: Parameters<typeof download>) => void } {
  const [busy, setBusy] = useState(false);
  const tell = useToast();
  async function run(...file: Parameters<typeof download>): Promise<void> {
    setBusy(true);
    try {
      await download(...file);
    } catch (error) {
      tell(messageOf(error), "refused");
    } finally {
      setBusy(false);
    }
  }
  return { busy, save: (...file) => void run(...file) };
}
