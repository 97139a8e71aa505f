import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { daysAfter } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { SessionFields } from "./SessionFields.tsx";
import { FormBody, useForm } from "../../../kit/form.tsx";
import { bodyOf, type SessionValues } from "./session-values.ts";

interface SessionDialogProps {
  classId: string;
  /** The session that is edited; without one a new one is added. */
  sessionId: string | null;
  initial: SessionValues;
  onClose: () => void;
}

const refresh = [api.timetable.list, api.classes.check, api.classes.show] as const;

/** Adds a meeting to the timetable, or changes or removes one. Several can be added one after the other. */
export function SessionDialog({ classId, sessionId, initial, onClose }: SessionDialogProps): ReactElement {
  const tell = useToast();
  const done = (text: string) => () => {
    tell(text);
    onClose();
  };
  const add = useChange(api.timetable.add, { refresh });
  const edit = useChange(api.timetable.edit, { refresh, onSuccess: done("这节课已修改") });
  const remove = useChange(api.timetable.remove, {
    refresh,
    onSuccess: done("这节课已删除"),
  });
  const error = sessionId === null ? add.error : (edit.error ?? remove.error);

  const form = useForm({ initial, rules: contractOf(api.timetable.add), error });
  const { values } = form;

  function addOne(again: boolean): void {
    if (!form.check()) return;
    add.mutate(
      { params: { id: classId }, body: bodyOf(values) },
      {
        onSuccess: () => {
          tell(`已排 ${values.date} ${values.from} 的课`);
          if (again) form.clear({ ...values, date: daysAfter(values.date, 1), topic: "" });
          else onClose();
        },
      },
    );
  }

  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={sessionId === null ? "添加一节课" : "修改这节课"}
      footer={
        sessionId === null ? (
          <>
            <Button variant="secondary" onClick={onClose}>
              先不排
            </Button>
            <Button variant="secondary" busy={add.isPending} onClick={() => addOne(true)}>
              排上，再排下一天
            </Button>
            <Button busy={add.isPending} onClick={() => addOne(false)}>
              排上这节课
            </Button>
          </>
        ) : (
          <>
            <Button
              variant="danger"
              busy={remove.isPending}
              className="sm:mr-auto"
              onClick={() => remove.mutate({ params: { id: classId, sessionId } })}
            >
              删除这节课
            </Button>
            <Button variant="secondary" onClick={onClose}>
              不改了
            </Button>
            <Button
              busy={edit.isPending}
              onClick={() => form.check() && edit.mutate({ params: { id: classId, sessionId }, body: bodyOf(values) })}
            >
              保存
            </Button>
          </>
        )
      }
    >
      <FormBody form={form}>
        <SessionFields values={values} onChange={form.set} />
      </FormBody>
    </Dialog>
  );
}
