import type { ReactElement, ReactNode } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Dialog } from "../../../../kit/Dialog.tsx";

interface AddDialogProps {
  title: string;
  /** The word of the act. */
  action: string;
  /** The word for leaving it. */
  leave: string;
  ready: boolean;
  onAdd: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks for the little that a new part of a draft begins with; nothing is saved before the draft is. */
export function AddDialog({ title, action, leave, ready, onAdd, onClose, children }: AddDialogProps): ReactElement {
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {leave}
          </Button>
          <Button
            disabled={!ready}
            onClick={() => {
              onAdd();
              onClose();
            }}
          >
            {action}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">{children}</div>
    </Dialog>
  );
}
