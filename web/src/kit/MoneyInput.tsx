import { useState, type ReactElement } from "react";
import { Input } from "./Input.tsx";

interface MoneyInputProps {
  /** Fen, or null if invalid. */
  value: number | null;
  onChange: (fen: number | null) => void;
  disabled?: boolean;
  "aria-label"?: string;
}

/** An amount typed in yuan and kept in fen, without rounding on the way. */
export function MoneyInput({ value, onChange, ...rest }: MoneyInputProps): ReactElement {
  const [text, setText] = useState(() => (value === null ? "" : yuanText(value)));
  const shown = parseYuan(text) === value ? text : value === null ? text : yuanText(value);
  return (
    <Input
      {...rest}
      inputMode="decimal"
      unit="元"
      className="num text-right"
      value={shown}
      onChange={(next) => {
        const cleaned = next.replace(/[^\d.]/gu, "");
        setText(cleaned);
        onChange(parseYuan(cleaned));
      }}
    />
  );
}

function yuanText(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}

/** `1234.5` → 123450; null for anything with more than two decimals or no number at all. */
export function parseYuan(text: string): number | null {
  const match = /^(\d{1,10})(?:\.(\d{0,2}))?$/u.exec(text);
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}
