import type { ReactElement } from "react";
import { cx } from "./cx.ts";
import { useView, type View } from "./use-view.ts";

const choices: { view: View; word: string; size: string }[] = [
  { view: "normal", word: "标准字号", size: "text-[15px]" },
  { view: "large", word: "大字", size: "text-[19px]" },
  { view: "largest", word: "特大字", size: "text-[23px]" },
];

/** Three sizes of type, each shown at its size. */
export function ViewSwitch(): ReactElement {
  const [view, setView] = useView();
  return (
    <div role="group" aria-label="字号" className="inline-flex items-stretch">
      {choices.map((choice) => (
        <button
          key={choice.view}
          type="button"
          aria-pressed={view === choice.view}
          aria-label={choice.word}
          title={choice.word}
          onClick={() => setView(choice.view)}
          className={cx(
            "grid min-h-(--touch) w-11 place-items-end justify-center border-b-2 pb-1.5 leading-none large:w-[60px] large:pb-3",
            choice.size,
            view === choice.view
              ? "border-accent font-semibold text-accent"
              : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          字
        </button>
      ))}
    </div>
  );
}
