import { useState, type ReactElement } from "react";
import { cx } from "../../../../kit/cx.ts";

interface InlineValueProps {
  value: unknown;
  onChange: (value: unknown) => void;
  /** How a typed text becomes a value; null while it is none. What is no value is kept as it was typed. */
  read: (text: string) => unknown;
  show: (value: unknown) => string;
  label: string;
  readOnly: boolean;
  numeric?: boolean;
}

/** A value that is typed where it stands in a sentence. What is half typed stays half typed, and is marked. */
export function InlineValue({ value, onChange, read, show, label, readOnly, numeric }: InlineValueProps): ReactElement {
  const [typed, setTyped] = useState<{ text: string; value: unknown } | null>(null);
  // A value that came from elsewhere (a step back, a merge) replaces what was typed here.
  const text = typed !== null && typed.value === value ? typed.text : show(value);
  const isValue = read(text) !== null;
  if (readOnly) return <span className="num font-medium">{text}</span>;
  return (
    <input
      aria-label={label}
      aria-invalid={!isValue}
      autoComplete="off"
      {...(numeric === true ? { inputMode: "decimal" as const } : {})}
      value={text}
      // Wide enough for what it holds, so that the sentence reads on.
      style={{ width: `${Math.max(2, [...text].length) + 1.5}ch` }}
      className={cx(
        "num mx-0.5 inline-block min-h-6 rounded-sm border-b-2 bg-accent-soft px-1 text-center align-baseline font-medium",
        isValue ? "border-accent-line hover:border-accent" : "border-refuse bg-refuse-soft text-refuse",
      )}
      onChange={(event) => {
        const next = event.target.value;
        const kept = read(next) ?? next;
        setTyped({ text: next, value: kept });
        onChange(kept);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

/** A whole number within bounds; money is typed in yuan and kept in fen. */
export function readNumber(text: string, unit: string): number | null {
  const plain = text.trim();
  if (unit === "fen") {
    const match = /^(\d{1,10})(?:\.(\d{1,2}))?$/u.exec(plain);
    return match === null ? null : Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  }
  return /^\d{1,12}$/u.test(plain) ? Number(plain) : null;
}

/** The unit in which a number is typed and shown. */
export const unitShown = (unit: string): string => (unit === "fen" ? "元" : unit);

export function showNumber(value: unknown, unit: string): string {
  if (typeof value !== "number") return typeof value === "string" ? value : "";
  if (unit !== "fen") return String(value);
  return value % 100 === 0 ? String(value / 100) : (value / 100).toFixed(2);
}
