import { useCallback, useState } from "react";

/**
 * Container for a popup: the surrounding dialog, since a modal dialog covers everything outside itself; else the staff pages' root,
 * for its dense scale; else the body. Give `ref` to an element around the button.
 */
export function useLayer(): { ref: (element: HTMLElement | null) => void; layer: HTMLElement | null } {
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element !== null) setLayer(element.closest<HTMLElement>("dialog, .staff") ?? document.body);
  }, []);
  return { ref, layer };
}
