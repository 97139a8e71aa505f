import { createContext, useContext, useEffect } from "react";

/** Set by a dialog: told whether a form in it holds what would be lost. */
export const UnsavedContext = createContext<((unsaved: boolean) => void) | null>(null);

/**
 * Warns before typed values are lost, while `unsaved`: the browser asks before the page is left, and a dialog around the form asks
 * before Escape, its cross or a click beside it closes it.
 */
export function useUnsaved(unsaved: boolean): void {
  const tell = useContext(UnsavedContext);
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    tell?.(true);
    return () => {
      window.removeEventListener("beforeunload", ask);
      tell?.(false);
    };
  }, [unsaved, tell]);
}
