import { useEffect, useRef, type ReactElement } from "react";
import { Button } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { useKit } from "./KitProvider.tsx";

interface ErrorNoticeProps {
  error: unknown;
  /** Labels of JSON pointers on this page, so that a field's error names it: `{ "/phone": "手机号" }`. */
  fieldNames?: Record<string, string>;
  /** Message that overrides the one of `KitProvider`. */
  said?: { title: string; faults: readonly { pointer: string; detail: string }[] };
  onRetry?: () => void;
}

/** Says what went wrong, where, and what to do. Takes focus when it appears, so that it is read out and seen. */
export function ErrorNotice({ error, fieldNames = {}, said, onRetry }: ErrorNoticeProps): ReactElement | null {
  const { explain } = useKit();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus({ preventScroll: false });
  }, [error]);
  if (!error) return null;
  const { title, detail, faults } = said === undefined ? explain(error) : { ...said, detail: said.title };
  // If the fields are listed, a sentence that repeats one of them is left out.
  const listed = faults.some((one) => detail.includes(one.detail.replace(/。$/u, "")));
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-md border-l-4 border-l-refuse bg-refuse-soft px-4 py-3 outline-none"
    >
      <Icon name="warning" className="mt-[0.2em] text-refuse" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-refuse">{title ?? "没有办成"}</p>
        {detail !== title && !listed && <p>{detail}</p>}
        {faults.length > 0 && (
          <ul className="mt-1 list-disc pl-5">
            {faults.map((one) => (
              <li key={one.pointer + one.detail}>
                {fieldNames[one.pointer] !== undefined && (
                  <strong className="font-medium">{fieldNames[one.pointer]}：</strong>
                )}
                {one.detail}
              </li>
            ))}
          </ul>
        )}
        {onRetry !== undefined && (
          <div className="mt-3">
            <Button variant="secondary" icon="refresh" onClick={onRetry}>
              再试一次
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
