import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { emptyLearner, learnerBody, LearnerFields } from "./LearnerFields.tsx";
import { FormBody, useForm } from "../../../kit/form.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** Puts one person on the roster by their identity number; the next one can follow at once. */
export function AddLearnerDialog({
  training,
  onClose,
}: {
  training: TrainingClass;
  onClose: () => void;
}): ReactElement {
  const tell = useToast();
  const add = useChange(api.roster.add, {
    refresh: [api.roster.list, api.classes.show, api.classes.check],
  });
  const form = useForm({ initial: emptyLearner, rules: contractOf(api.roster.add), error: add.error });
  const { values } = form;
  function save(again: boolean): void {
    if (!form.check()) return;
    add.mutate(
      { params: { id: training.id }, body: learnerBody(values) },
      {
        onSuccess: () => {
          tell(`${values.name} 已入册`);
          if (again) form.clear({ town: values.town, groupCode: values.groupCode });
          else onClose();
        },
      },
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="添加学员"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            先不加
          </Button>
          <Button variant="secondary" busy={add.isPending} onClick={() => save(true)}>
            入册，再加一人
          </Button>
          <Button busy={add.isPending} onClick={() => save(false)}>
            入册
          </Button>
        </>
      }
    >
      <FormBody form={form}>
        <p className="text-ink-2">
          还空 <span className="num font-semibold">{Math.max(0, training.capacity - training.seatsTaken)}</span>{" "}
          个名额。已有实名档案的人会归到同一份档案。
        </p>
        <LearnerFields values={values} onChange={form.set} />
      </FormBody>
    </Dialog>
  );
}
