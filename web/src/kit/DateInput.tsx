import { useRef, useState, type ReactElement } from "react";
import { joinDate, parseDate, splitDate, type DateParts } from "./date-parts.ts";
import { cx } from "./cx.ts";
import { inputClass } from "./input-class.ts";

interface DateInputProps {
  /** `2020-03-01`, or empty. */
  value: string;
  /** Called with a complete date, or with an empty string if incomplete. */
  onChange: (value: string) => void;
  invalid?: boolean;
}

const parts = [
  { name: "year", unit: "年", length: 4, width: "w-[4.4em]" },
  { name: "month", unit: "月", length: 2, width: "w-[3em]" },
  { name: "day", unit: "日", length: 2, width: "w-[3em]" },
] as const;

/** Date input in three boxes; a pasted date fills all of them, and digits too many for one go on to an empty next one. Put it into `<Field group>`. */
export function DateInput({ value, onChange, invalid = false }: DateInputProps): ReactElement {
  const [typed, setTyped] = useState<DateParts>(() => splitDate(value));
  const [shown, setShown] = useState(value);
  const boxes = useRef<(HTMLInputElement | null)[]>([]);

  if (value !== shown) {
    setShown(value);
    if (value !== "" || joinDate(typed) !== null) setTyped(splitDate(value));
  }

  function change(next: DateParts): void {
    const date = joinDate(next) ?? "";
    setTyped(next);
    setShown(date);
    if (date !== value) onChange(date);
  }

  const complete = typed.year !== "" && typed.month !== "" && typed.day !== "";
  const impossible = complete && joinDate(typed) === null;

  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-2">
        {parts.map((part, index) => (
          <span key={part.name} className="flex items-center gap-1">
            <span className={part.width}>
              <input
                ref={(element) => {
                  boxes.current[index] = element;
                }}
                inputMode="numeric"
                autoComplete="off"
                aria-label={part.unit}
                aria-invalid={invalid || impossible}
                value={typed[part.name]}
                className={cx(inputClass, "num text-center")}
                onPaste={(event) => {
                  const date = parseDate(event.clipboardData.getData("text"));
                  if (date === null) return;
                  event.preventDefault();
                  change(splitDate(date));
                }}
                onChange={(event) => {
                  const digits = event.target.value.replace(/\D/gu, "");
                  const next = parts[index + 1];
                  const more = digits.slice(part.length);
                  change(
                    next === undefined || more === "" || typed[next.name] !== ""
                      ? { ...typed, [part.name]: digits }
                      : { ...typed, [part.name]: digits.slice(0, part.length), [next.name]: more },
                  );
                  if (digits.length >= part.length) boxes.current[index + 1]?.select();
                }}
              />
            </span>
            <span className="text-ink-2">{part.unit}</span>
          </span>
        ))}
      </div>
      {impossible && (
        <p role="alert" className="mt-1.5 text-sm text-refuse">
          没有 {typed.year} 年 {typed.month} 月 {typed.day} 日这一天，请核对。
        </p>
      )}
    </div>
  );
}
