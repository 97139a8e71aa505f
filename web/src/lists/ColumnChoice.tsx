import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { Checkbox } from "../kit/Checkbox.tsx";
import { Popover } from "../kit/Popover.tsx";

interface ColumnChoiceProps {
  columns: readonly { key: string; title: string }[];
  shown: readonly string[];
  onChange: (keys: string[]) => void;
}

/** Chooses the columns of a table. The first always stays: it names the row. */
export function ColumnChoice({ columns, shown, onChange }: ColumnChoiceProps): ReactElement {
  const choices = columns.slice(1);
  return (
    <Popover
      align="end"
      label="显示哪些列"
      button={
        <Button variant="secondary" icon="columns">
          列
        </Button>
      }
    >
      <div className="grid w-44">
        {choices.map((column) => (
          <Checkbox
            key={column.key}
            plain
            checked={shown.includes(column.key)}
            onChange={(checked) =>
              onChange(checked ? [...shown, column.key] : shown.filter((key) => key !== column.key))
            }
          >
            {column.title}
          </Checkbox>
        ))}
      </div>
    </Popover>
  );
}
