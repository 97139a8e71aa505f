import type { ReactElement } from "react";
import { SearchBox } from "../kit/SearchBox.tsx";
import { Select, type Choice } from "../kit/Select.tsx";
import type { Bound } from "./use-filters.ts";

interface FilterProps extends Bound {
  /** 状态: names the filter, and with 全部 its empty choice. */
  label: string;
  /** Words of the empty choice where 全部 and the label don't say it: 全部来源. */
  all?: string;
  choices: readonly Choice[];
  className?: string;
}

/** A list's filter by one choice: `<Filter label="状态" {...bind("state")} choices={…} />`. */
export function Filter({ label, all = `全部${label}`, className = "w-36", ...rest }: FilterProps): ReactElement {
  return <Select className={className} aria-label={label} placeholder={all} {...rest} />;
}

/** A list's filter by words: `<WordsFilter label="姓名开头的字" {...bind("q")} />`. */
export function WordsFilter({ label, value, onChange }: Bound & { label: string }): ReactElement {
  return (
    <span className="w-60 max-sm:w-full">
      <SearchBox label={label} value={value} onSearch={onChange} />
    </span>
  );
}
