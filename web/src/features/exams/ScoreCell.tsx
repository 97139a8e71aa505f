import { useState, type KeyboardEvent, type ReactElement } from "react";
import { messageOf } from "../../api/problem.ts";
import { cx } from "../../kit/cx.ts";
import { inputClass } from "../../kit/input-class.ts";

interface ScoreCellProps {
  label: string;
  onScore: (score: number) => Promise<void>;
}

/** A score typed in place. Enter records it and goes on to the next empty one below. */
export function ScoreCell({ label, onScore }: ScoreCellProps): ReactElement {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function keep(event: KeyboardEvent<HTMLInputElement>): Promise<void> {
    if (event.key !== "Enter" || event.nativeEvent.isComposing || text === "") return;
    event.preventDefault();
    const score = Number(text);
    if (!(score >= 0 && score <= 100) || !/^\d{1,3}(?:\.\d{1,2})?$/u.test(text)) {
      setError("0 至 100 分，最多两位小数");
      return;
    }
    const boxes = [...document.querySelectorAll<HTMLInputElement>("input[data-score]")];
    const next = boxes[boxes.indexOf(event.currentTarget) + 1];
    setBusy(true);
    setError(null);
    try {
      await onScore(score);
    } catch (caught) {
      setError(messageOf(caught));
      setBusy(false);
      return;
    }
    setBusy(false);
    next?.focus();
  }

  return (
    <span className="block">
      <input
        data-score
        aria-label={label}
        aria-invalid={error !== null}
        inputMode="decimal"
        readOnly={busy}
        value={text}
        className={cx(inputClass, "num ml-auto max-w-24 text-right")}
        onChange={(event) => setText(event.target.value.replace(/[^\d.]/gu, ""))}
        onKeyDown={(event) => void keep(event)}
      />
      {error !== null && (
        <span role="alert" className="mt-0.5 block text-xs whitespace-normal text-refuse">
          {error}
        </span>
      )}
    </span>
  );
}
