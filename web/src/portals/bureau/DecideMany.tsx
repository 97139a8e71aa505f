import type { ReactElement } from "react";
import type { GetKey } from "../../api/hooks.ts";
import type { FormRules } from "../../kit/form.tsx";
import { BulkReason } from "../../lists/BulkReason.tsx";
import type { VerdictWords } from "./verdict-words.ts";

interface Verdict<Row> extends VerdictWords {
  danger?: boolean;
  /** Needs no words. */
  optional?: boolean;
  /** The decision on one case, as from the case itself. */
  act: (row: Row, words: string) => Promise<unknown>;
}

interface DecideManyProps<Row> {
  /** The ticked cases that this officer may decide. */
  rows: readonly Row[];
  nameOf: (row: Row) => string;
  unit: string;
  verdicts: readonly Verdict<Row>[];
  refresh: readonly GetKey[];
  rules: FormRules;
  /** Name of the words in the request. */
  words?: string;
  onDone: (left: ReadonlySet<string>) => void;
}

/** The answers to several ticked cases: each case is decided by itself, with the same words. */
export function DecideMany<Row extends { id: string }>(props: DecideManyProps<Row>): ReactElement {
  const { verdicts, unit, rows, ...shared } = props;
  return (
    <>
      {verdicts.map(({ action, consequences, label, readBy, danger = false, optional = false, act }) => (
        <BulkReason
          key={action}
          {...shared}
          rows={rows}
          keyOf={(row) => row.id}
          act={act}
          verb={action}
          unit={unit}
          title={`${action} ${rows.length} ${unit}`}
          consequences={[...consequences, "逐件办理，按每件现在的状态判断；没有办成的列出原因，仍然选着。"]}
          label={label}
          readBy={readBy}
          optional={optional}
          danger={danger}
          said={(done) => `${action}：已办 ${done} ${unit}`}
        />
      ))}
    </>
  );
}
