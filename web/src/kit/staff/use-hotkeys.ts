import { useEffect, useRef } from "react";

type Bindings = Record<string, ((event: KeyboardEvent) => void) | undefined>;

/**
 * Keyboard shortcuts of the page: `{ j: next, Enter: open, "mod+k": palette }`. Inactive while typing or in a dialog, unless
 * `always`.
 */
export function useHotkeys(bindings: Bindings, options: { always?: boolean; enabled?: boolean } = {}): void {
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const { always = false, enabled = true } = options;
  useEffect(() => {
    if (!enabled) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const name = keyName(event);
      const act = latest.current[name];
      if (act === undefined || event.isComposing) return;
      if (!always && (isTyping(event.target) || isDialogOpen())) return;
      if (!always && name === "Enter" && isControl(event.target)) return;
      event.preventDefault();
      act(event);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [always, enabled]);
}

/** The document keeps this collection; a query would walk through all of a long table at each key. */
const isDialogOpen = (): boolean => Array.from(document.getElementsByTagName("dialog")).some((each) => each.open);

/** `mod+k` for Ctrl-K and ⌘K; single letters as they are. */
export function keyName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : event.altKey ? `alt+${key}` : key;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName))
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("a, button, [role=tab]") !== null;
}
