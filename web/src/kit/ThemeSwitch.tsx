import type { ReactElement } from "react";
import { cx } from "./cx.ts";
import { useTheme, type Theme } from "./use-theme.ts";

const choices: { theme: Theme; word: string }[] = [
  { theme: "light", word: "浅色" },
  { theme: "dark", word: "深色" },
  { theme: "system", word: "跟随系统" },
];

/** Light, dark, or as the device is. */
export function ThemeSwitch(): ReactElement {
  const [theme, setTheme] = useTheme();
  return (
    <div role="group" aria-label="明暗" className="inline-flex flex-wrap items-stretch">
      {choices.map((choice) => (
        <button
          key={choice.theme}
          type="button"
          aria-pressed={theme === choice.theme}
          onClick={() => setTheme(choice.theme)}
          className={cx(
            "min-h-(--touch) min-w-(--touch) border-b-2 px-2.5",
            theme === choice.theme
              ? "border-accent font-semibold text-accent"
              : "border-transparent text-ink-2 hover:text-ink",
          )}
        >
          {choice.word}
        </button>
      ))}
    </div>
  );
}
