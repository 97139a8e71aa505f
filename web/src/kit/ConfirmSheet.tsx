import type { ReactElement, ReactNode } from "react";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { FormBody, type FormState } from "./form.tsx";

interface ConfirmSheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** Consequences: what happens, to whom, how much; one sentence each. */
  consequences: readonly ReactNode[];
  /** The action with its consequence: 放款 38 笔，共 45,600.00 元. */
  action: string;
  onConfirm: () => void;
  busy?: boolean;
  danger?: boolean;
  error?: unknown;
  /** Form of the fields below: validated before the action; its refusal is shown above them. */
  form?: FormState;
  /** More to fill in before the button, for instance a reason. */
  children?: ReactNode;
  disabled?: boolean;
}

/** Confirmation sheet that lists the consequences of an irreversible action. */
export function ConfirmSheet(props: ConfirmSheetProps): ReactElement {
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      busy={props.busy === true}
      title={props.title}
      footer={
        <>
          <Button variant="secondary" disabled={props.busy === true} onClick={props.onClose}>
            先不办
          </Button>
          <Button
            variant={props.danger === true ? "danger" : "primary"}
            busy={props.busy === true}
            disabled={props.disabled === true}
            onClick={() => (props.form?.check() ?? true) && props.onConfirm()}
          >
            {props.action}
          </Button>
        </>
      }
    >
      <p className="mb-2 text-ink-2">确认后：</p>
      <ol className="grid gap-2.5">
        {props.consequences.map((consequence, index) => (
          <li key={index} className="flex gap-3">
            <span aria-hidden className="num w-[1.2em] shrink-0 text-right font-semibold text-accent">
              {index + 1}
            </span>
            <span>{consequence}</span>
          </li>
        ))}
      </ol>
      {props.children !== undefined && (
        <div className="mt-4">
          {props.form === undefined ? props.children : <FormBody form={props.form}>{props.children}</FormBody>}
        </div>
      )}
      {props.form === undefined && Boolean(props.error) && (
        <div className="mt-4">
          <ErrorNotice error={props.error} />
        </div>
      )}
    </Dialog>
  );
}
