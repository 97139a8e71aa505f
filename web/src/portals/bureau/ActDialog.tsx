import type { ReactElement, ReactNode } from "react";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Field } from "../../kit/Field.tsx";
import { FormField, needing, useForm, type FormRules, type WordsForm } from "../../kit/form.tsx";
import { Select, type Choice } from "../../kit/Select.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { ConfirmKey } from "./ConfirmKey.tsx";

interface ActDialogProps {
  title: string;
  consequences: readonly ReactNode[];
  action: string;
  /** 理由, 意见, 答复: what is written. */
  label: string;
  /** Who will read it. */
  readBy: string;
  /** Name of the text in the request. */
  words?: string;
  /** An act that needs no words says so. */
  optional?: boolean;
  /** Usual words to begin from. */
  phrases?: readonly Choice[];
  /** `contractOf(api.classes.suspend)`, where there are no other fields. */
  rules?: FormRules;
  /** The form of the words and of the other fields, which are the children. */
  form?: WordsForm;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  /** Other fields, before the words. */
  children?: ReactNode;
  /** Whether the parts outside the form's fields are complete, for instance the papers. */
  ready?: boolean;
  onClose: () => void;
  onConfirm: (words: string) => void;
}

/** An action on a case: consequences, text, and the button or Ctrl + Enter. */
export function ActDialog(props: ActDialogProps): ReactElement {
  const { words = "reason", optional = false, phrases, rules = {}, ready = true } = props;
  const rule = { [words]: rules[words] ?? {} };
  const own = useForm<Record<string, string>>({
    initial: { [words]: "" },
    rules: optional ? rule : needing(rule, words),
    error: props.error,
  });
  const form: WordsForm = props.form ?? own;
  const text = String((form.values as Record<string, unknown>)[words]);
  const write = (next: string): void => form.set({ [words]: next });
  const confirm = () => props.onConfirm(text.trim());
  return (
    <ConfirmSheet
      open
      onClose={props.onClose}
      title={props.title}
      consequences={props.consequences}
      action={props.action}
      danger={props.danger === true}
      busy={props.busy}
      form={form}
      disabled={!ready}
      onConfirm={confirm}
    >
      <div className="grid gap-3">
        {props.children}
        {phrases !== undefined && (
          <Field label="常用语" required={false}>
            <Select value="" onChange={write} choices={phrases} placeholder="从常用语开始写" />
          </Field>
        )}
        <FormField name={words} label={props.label} hint={props.readBy}>
          <TextArea value={text} onChange={write} rows={3} />
        </FormField>
        <ConfirmKey onConfirm={() => form.check() && confirm()} ready={ready && !props.busy} />
      </div>
    </ConfirmSheet>
  );
}
