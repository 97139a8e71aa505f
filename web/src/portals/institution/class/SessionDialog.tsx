import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange } from "../../../api/hooks.ts";
import { ProblemError } from "../../../api/problem.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { daysAfter } from "../../../kit/today.ts";
import { useToast } from "../../../kit/Toast.tsx";
import { SessionFields } from "./SessionFields.tsx";
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
  const [values, setValues] = useState(initial);
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
  const problem = error instanceof ProblemError ? error : null;

  function addOne(again: boolean): void {
    add.mutate(
      { params: { id: classId }, body: bodyOf(values) },
      {
        onSuccess: () => {
          tell(`已排 ${values.date} ${values.from} 的课`);
          if (again) setValues({ ...values, date: daysAfter(values.date, 1), topic: "" });
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
              onClick={() => edit.mutate({ params: { id: classId, sessionId }, body: bodyOf(values) })}
            >
              保存
            </Button>
          </>
        )
      }
    >
      <div className="grid gap-4">
        <ErrorNotice
          error={error}
          fieldNames={{
            "/topic": "内容",
            "/teacherId": "教师",
            "/roomId": "教室",
            "/to": "下课",
            "/hours": "课时",
            "/date": "日期",
          }}
        />
        <SessionFields
          values={values}
          onChange={(change) => setValues((old) => ({ ...old, ...change }))}
          problem={problem}
        />
      </div>
    </Dialog>
  );
}
