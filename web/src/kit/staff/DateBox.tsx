import { isCivilDate } from "@jinengtong/standards";
import { useRef, useState, type ReactElement } from "react";
import { cx } from "../cx.ts";
import { useFieldProps } from "../Field.tsx";
import { Icon } from "../Icon.tsx";
import { inputClass } from "../input-class.ts";

interface DateBoxProps {
  /** `2020-03-01`, or empty. */
  value: string;
  /** Called with a whole date, or with an empty string while it is not one. */
  onChange: (value: string) => void;
  min?: string;
  max?: string;
  /** Text that is no date yet is passed on as it is typed, so that it is kept and marked; else it is as good as none. */
  keepsText?: boolean;
  "aria-label"?: string;
}

/** A date typed in digits (20200301), or picked from the native calendar. */
export function DateBox({ value, onChange, min, max, keepsText = false, ...rest }: DateBoxProps): ReactElement {
  const field = useFieldProps();
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const picker = useRef<HTMLInputElement>(null);
  if (value !== known) {
    setKnown(value);
    if (value !== "" || text.length === 10) setText(value);
  }

  function type(next: string): void {
    const shown = withDashes(next);
    setText(shown);
    const date = isCivilDate(shown) || keepsText ? shown : "";
    setKnown(date);
    if (date !== value) onChange(date);
  }

  // Whole but no day: said here, since the form hears of it only as an empty date.
  const impossible = text.trim().length >= 10 && !isCivilDate(text);
  const box = (
    <span className="relative block">
      <input
        {...field}
        {...rest}
        {...(impossible ? { "aria-invalid": true } : {})}
        inputMode="numeric"
        autoComplete="off"
        placeholder="年-月-日"
        value={text}
        className={cx(inputClass, "num pr-9")}
        onChange={(event) => type(event.target.value)}
      />
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        value={isCivilDate(text) ? text : ""}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        className="pointer-events-none absolute right-0 bottom-0 size-0 opacity-0"
        onChange={(event) => type(event.target.value)}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label="打开日历"
        onClick={() => picker.current?.showPicker()}
        className="absolute inset-y-0 right-0 grid w-8 place-items-center text-ink-2 hover:text-accent"
      >
        <Icon name="class" size="1.1em" />
      </button>
    </span>
  );
  return impossible ? (
    <>
      {box}
      <span role="alert" className="mt-1 block text-sm text-refuse">
        没有这一天，请写成 2020-03-01 的样子。
      </span>
    </>
  ) : (
    box
  );
}

/** Formats 20200301 and 2020.3.1 as 2020-03-01; incomplete input as far as possible. */
function withDashes(text: string): string {
  const parts = /^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$/u.exec(text.trim());
  if (parts !== null) return `${parts[1]}-${parts[2]?.padStart(2, "0")}-${parts[3]?.padStart(2, "0")}`;
  if (/[^\d-]/u.test(text)) return text;
  const digits = text.replaceAll("-", "");
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].filter((part) => part !== "").join("-");
}
