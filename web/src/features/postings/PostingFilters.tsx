import type { ReactElement } from "react";
import { Filter, WordsFilter } from "../../lists/Filter.tsx";
import { COLOUR_CHOICES } from "./posting.ts";

interface Bound {
  value: string;
  onChange: (value: string) => void;
}

/** Filters of the register that enterprise and offices share. */
export function PostingFilters({
  bind,
}: {
  bind: (name: "q" | "colour" | "current" | "unqualified") => Bound;
}): ReactElement {
  return (
    <>
      <WordsFilter label="姓名、单位、岗位" {...bind("q")} />
      <Filter label="状态" {...bind("colour")} choices={COLOUR_CHOICES} />
      <Filter
        label="在岗"
        {...bind("current")}
        choices={[
          { value: "now", label: "在岗" },
          { value: "ended", label: "已离岗" },
        ]}
      />
      <Filter label="无证上岗" {...bind("unqualified")} choices={[{ value: "yes", label: "有过" }]} />
    </>
  );
}
