import { cloneElement, useState, type HTMLAttributes, type ReactElement } from "react";
import type { PopoverPanel, PopoverProps } from "./popover-panel.tsx";

const load = () => import("./popover-panel.tsx");
const readAhead = () => void load().catch(() => undefined);

/**
 * A popover beside its button. Its script is a sixth of a list page's, and most visits open none: it is loaded as soon as somebody
 * is about to press the button.
 */
export function Popover(props: PopoverProps): ReactElement {
  const [opened, setOpened] = useState<{ Panel: typeof PopoverPanel } | null>(null);
  if (opened !== null) return <opened.Panel {...props} />;
  // A script that doesn't come is asked for again with the next press.
  const open = () =>
    void load().then(
      (loaded) => setOpened({ Panel: loaded.PopoverPanel }),
      () => undefined,
    );
  return cloneElement(props.button as ReactElement<HTMLAttributes<HTMLElement>>, {
    "aria-haspopup": "dialog",
    "aria-expanded": false,
    onClick: open,
    onPointerEnter: readAhead,
    onFocus: readAhead,
  });
}
