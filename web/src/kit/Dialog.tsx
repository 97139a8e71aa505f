import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from "react";
import { Button } from "./Button.tsx";
import { cx } from "./cx.ts";
import { Icon } from "./Icon.tsx";
import { UnsavedContext } from "./unsaved.ts";

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** The buttons, the one that acts last. */
  footer?: ReactNode;
  size?: "normal" | "wide";
  /** The act is under way: too late to cancel, so the dialog stays until its answer. */
  busy?: boolean;
}

const Holding = createContext<((held: boolean) => void) | null>(null);

/** Keeps the dialog around it open while an act of its content is under way. */
export function useHeldDialog(busy: boolean): void {
  const hold = useContext(Holding);
  useEffect(() => {
    hold?.(busy);
    return () => hold?.(false);
  }, [hold, busy]);
}

/** A modal dialog; on a phone it is a bottom sheet. Escape closes it; before typed values are lost that way, it asks. */
export function Dialog({ open, ...rest }: DialogProps): ReactElement | null {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({
  onClose,
  title,
  children,
  footer,
  size = "normal",
  busy = false,
}: Omit<DialogProps, "open">): ReactElement {
  const element = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const unsaved = useRef(false);
  const [asking, setAsking] = useState(false);
  const tell = useCallback((now: boolean) => void (unsaved.current = now), []);
  const [held, setHeld] = useState(false);
  const isHeld = busy || held;
  const close = (): void => {
    if (isHeld) return;
    if (unsaved.current && !asking) setAsking(true);
    else onClose();
  };
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    body.current?.focus();
    return () => dialog?.close();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- a click beside it closes it; Escape does for the keyboard
    <dialog
      ref={element}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // A second Escape in a row closes a dialog without asking the page.
      onClose={() => element.current?.open === false && onClose()}
      onClick={(event) => {
        if (event.target === element.current) close();
      }}
      className={cx(
        "max-h-[88vh] w-full max-w-full overflow-hidden rounded-t-lg bg-sheet p-0 text-ink shadow-float max-sm:mb-0 sm:rounded-lg",
        size === "normal" ? "sm:w-[32rem]" : "sm:w-[56rem] sm:max-w-[92vw]",
      )}
    >
      <div className="flex max-h-[88vh] flex-col">
        <div className="flex items-start justify-between gap-4 px-5 pt-4 pb-2">
          <h2 id={titleId} className="pt-1.5 text-lg leading-snug font-semibold">
            {title}
          </h2>
          <button
            type="button"
            aria-label="关闭"
            disabled={isHeld}
            onClick={close}
            className="-mr-2 grid size-(--touch) shrink-0 place-items-center rounded-md text-ink-2 hover:bg-paper"
          >
            <Icon name="cross" />
          </button>
        </div>
        <div
          ref={body}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
          tabIndex={0}
          className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-4 focus-visible:-outline-offset-2"
        >
          <UnsavedContext value={tell}>{children}</UnsavedContext>
        </div>
        {(asking || footer !== undefined) && (
          <div className="flex flex-wrap items-center justify-end gap-2 border-t border-line bg-paper px-5 py-3 max-sm:flex-col-reverse max-sm:items-stretch max-sm:pb-5">
            {asking ? (
              <CloseAnyway onStay={() => setAsking(false)} onClose={onClose} />
            ) : (
              <Holding value={setHeld}>{footer}</Holding>
            )}
          </div>
        )}
      </div>
    </dialog>
  );
}

/** Asked in place of the footer before typed values are lost. */
function CloseAnyway({ onStay, onClose }: { onStay: () => void; onClose: () => void }): ReactElement {
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <>
      <p role="alert" className="mr-auto max-sm:order-last">
        填写的内容还没有提交，关闭后不保留。
      </p>
      <Button variant="danger" onClick={onClose}>
        不要了，关闭
      </Button>
      <Button ref={stay} onClick={onStay}>
        继续填写
      </Button>
    </>
  );
}
