import { useState, type ReactElement, type ReactNode } from "react";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Field } from "../../kit/Field.tsx";
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
  /** An act that needs no words says so. */
  optional?: boolean;
  /** Usual words to begin from. */
  phrases?: readonly Choice[];
  /** The least length of the words, where they are needed. */
  least?: number;
  max?: number;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  /** Other fields, before the words. */
  children?: ReactNode;
  /** Whether those are complete. */
  ready?: boolean;
  onClose: () => void;
  onConfirm: (words: string) => void;
}

/** An act upon a case: what follows from it, the words that go with it, and the button — or Ctrl + Enter. */
export function ActDialog(props: ActDialogProps): ReactElement {
  const { optional = false, least = 2, phrases, ready = true } = props;
  const [text, setText] = useState("");
  const words = text.trim();
  const complete = ready && (words.length >= least || (optional && words === ""));
  const confirm = () => props.onConfirm(words);
  return (
    <ConfirmSheet
      open
      onClose={props.onClose}
      title={props.title}
      consequences={props.consequences}
      action={props.action}
      danger={props.danger === true}
      busy={props.busy}
      error={props.error}
      disabled={!complete}
      onConfirm={confirm}
    >
      <div className="grid gap-3">
        {props.children}
        {phrases !== undefined && (
          <Field label="常用语" required={false}>
            <Select value="" onChange={setText} choices={phrases} placeholder="从常用语开始写" />
          </Field>
        )}
        <Field label={props.label} hint={props.readBy} required={!optional}>
          <TextArea value={text} onChange={setText} rows={3} maxLength={props.max ?? 500} />
        </Field>
        <ConfirmKey onConfirm={confirm} ready={complete && !props.busy} />
      </div>
    </ConfirmSheet>
  );
}
