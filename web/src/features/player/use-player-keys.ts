import { useEffect, useRef, type RefObject } from "react";

export interface PlayerActs {
  toggle: () => void;
  seekBy: (seconds: number) => void;
  fullScreen: () => void;
  captions: () => void;
  mute: () => void;
}

/** Elements that use keys themselves. */
const TYPED = "input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=tablist]";

const actOf: Readonly<Record<string, (acts: PlayerActs) => void>> = {
  " ": (acts) => acts.toggle(),
  k: (acts) => acts.toggle(),
  ArrowLeft: (acts) => acts.seekBy(-10),
  ArrowRight: (acts) => acts.seekBy(10),
  f: (acts) => acts.fullScreen(),
  c: (acts) => acts.captions(),
  m: (acts) => acts.mute(),
};

/** Keys of the player, wherever on the page the focus is, unless that place uses the key itself. Space on a button presses it. */
export function usePlayerKeys(player: RefObject<HTMLElement | null>, acts: PlayerActs, disabled: boolean): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    if (disabled) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const act = actOf[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element) {
        if (event.target.closest(TYPED) !== null) return;
        if (event.key === " " && event.target.closest("a, button, summary") !== null) return;
      }
      if (player.current === null || document.querySelector("dialog[open]") !== null) return;
      event.preventDefault();
      act(latest.current);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [player, disabled]);
}
