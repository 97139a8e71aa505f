import { useCallback, useState } from "react";

/**
 * Where a popup is drawn: in the dialog around its button, since a modal dialog covers everything outside itself; else
 * in the staff pages' root, whose dense scale it then has; else in the body. Give `ref` to an element around the button.
 */
export function useLayer(): { ref: (element: HTMLElement | null) => void; layer: HTMLElement | null } {
  const [layer, setLayer] = useState<HTMLElement | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    if (element !== null) setLayer(element.closest<HTMLElement>("dialog, .staff") ?? document.body);
  }, []);
  return { ref, layer };
}
