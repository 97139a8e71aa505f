import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { daysAfter, mondayOf, today } from "../../kit/today.ts";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";

/** Week before, this week, week after; keys `[` and `]`. */
export function WeekPicker({ from, onChange }: { from: string; onChange: (monday: string) => void }): ReactElement {
  useHotkeys({ "[": () => onChange(daysAfter(from, -7)), "]": () => onChange(daysAfter(from, 7)) });
  const current = mondayOf(today());
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button variant="secondary" icon="left" label="上一周" hotkey="[" onClick={() => onChange(daysAfter(from, -7))}>
        上一周
      </Button>
      <Button
        variant={from === current ? "quiet" : "secondary"}
        disabled={from === current}
        onClick={() => onChange(current)}
      >
        本周
      </Button>
      <Button variant="secondary" hotkey="]" onClick={() => onChange(daysAfter(from, 7))}>
        下一周
      </Button>
      <span className="num ml-2 font-medium">
        {from} 至 {daysAfter(from, 6).slice(5)}
      </span>
    </div>
  );
}
