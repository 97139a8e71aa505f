import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";
import { useLayer } from "./use-layer.ts";

export interface PopoverProps {
  /** The button that opens it. */
  button: ReactElement;
  /** Accessible name of the content. */
  label: string;
  /** Aligned edge of the button. */
  align?: "start" | "end";
  className?: string;
  children: ReactNode;
}

/** A popover that opens at once. Escape, or a press outside, closes it and returns the focus. */
export function PopoverPanel({ button, label, align = "start", className, children }: PopoverProps): ReactElement {
  const { ref, layer } = useLayer();
  return (
    <Base.Root defaultOpen>
      <span ref={ref} className="contents">
        <Base.Trigger render={button} />
      </span>
      <Base.Portal container={layer}>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-40">
          <Base.Popup
            aria-label={label}
            className={cx(
              "max-h-[60vh] overflow-y-auto rounded-md border border-line bg-sheet p-3 text-ink shadow-float outline-none",
              className,
            )}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
