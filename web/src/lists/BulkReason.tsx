import type { ReactElement } from "react";
import { FormField, needing, useForm, type FormRules } from "../kit/form.tsx";
import { TextArea } from "../kit/TextArea.tsx";
import { BulkAct, type BulkActProps } from "./BulkAct.tsx";

export interface BulkReasonProps<Row> extends Omit<BulkActProps<Row>, "act" | "form" | "children"> {
  /** The act on one row with the words, which are the same for every row. */
  act: (row: Row, words: string) => Promise<unknown>;
  /** `contractOf(api.groups.decide)`: how long the words may be. */
  rules: FormRules;
  /** Name of the words in the request. */
  words?: string;
  /** 理由, 核对情况: what is written. */
  label: string;
  /** Who will read it. */
  readBy: string;
  /** An act that needs no words says so. */
  optional?: boolean;
}

/** One act on several chosen rows, with words that hold for all of them. */
export function BulkReason<Row>(props: BulkReasonProps<Row>): ReactElement {
  const { act, rules, words = "reason", label, readBy, optional = false, onDone, ...rest } = props;
  const rule = { [words]: rules[words] ?? {} };
  const form = useForm<Record<string, string>>({
    initial: { [words]: "" },
    rules: optional ? rule : needing(rule, words),
  });
  return (
    <BulkAct
      {...rest}
      form={form}
      act={(row) => act(row, (form.values[words] ?? "").trim())}
      onDone={(left) => {
        form.clear({ [words]: "" });
        onDone(left);
      }}
    >
      <FormField name={words} label={label} hint={readBy}>
        <TextArea {...form.bind(words)} rows={3} />
      </FormField>
    </BulkAct>
  );
}
