import type { ReactElement } from "react";
import { WatchRecord } from "../../../features/classes/WatchRecord.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";

interface WatchMapDialogProps {
  enrolmentId: string;
  name: string;
  onClose: () => void;
}

/** Watched time of a learner, lesson by lesson and visit by visit. */
export function WatchMapDialog({ enrolmentId, name, onClose }: WatchMapDialogProps): ReactElement {
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={`${name} 的观看记录`}
      footer={<Button onClick={onClose}>看好了</Button>}
    >
      <WatchRecord enrolmentId={enrolmentId} name={name} />
    </Dialog>
  );
}
