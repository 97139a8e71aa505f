import type { ReactElement } from "react";
import { Kbd } from "../../kit/staff/Kbd.tsx";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";

/** Within a dialog Ctrl + Enter presses its button, so that a clerk's hands stay on the keyboard. */
export function ConfirmKey({ onConfirm, ready }: { onConfirm: () => void; ready: boolean }): ReactElement {
  useHotkeys({ "mod+Enter": () => ready && onConfirm() }, { always: true });
  return (
    <p className="text-sm text-ink-2 max-sm:hidden pointer-coarse:hidden">
      <Kbd>Ctrl Enter</Kbd> 直接确认，<Kbd>Esc</Kbd> 先不办
    </p>
  );
}
