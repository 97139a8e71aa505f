import { useEffect, useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { send } from "../../../api/client.ts";
import { useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../../kit/form.tsx";
import { Icon } from "../../../kit/Icon.tsx";
import { Skeleton } from "../../../kit/Skeleton.tsx";
import { TextArea } from "../../../kit/TextArea.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { courseRefresh } from "./refresh.ts";
import type { Lesson } from "./course.ts";

const SAMPLE = `00:00.000 --> 00:04.000
操作前先断电

00:04.000 --> 00:08.000
验电后再动手`;

interface LessonCaptionsDialogProps {
  lesson: Lesson;
  onClose: () => void;
}

/** Writes captions or takes them from a file; what learners see already is there to be changed. */
export function LessonCaptionsDialog({ lesson, onClose }: LessonCaptionsDialogProps): ReactElement {
  const [current, setCurrent] = useState<string | null>(lesson.captions === null ? "" : null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (lesson.captions === null) return;
    send("GET", `/api/v1/lessons/${lesson.id}/captions?version=${lesson.captions}`, undefined)
      .then((answer) => answer.text())
      .then((text) => setCurrent(text.replace(/^WEBVTT\s*/u, "").trimEnd()))
      .catch(setError);
  }, [lesson.id, lesson.captions]);
  if (current === null)
    return (
      <Dialog
        open
        onClose={onClose}
        title="字幕"
        footer={
          <Button variant="secondary" onClick={onClose}>
            关闭
          </Button>
        }
      >
        {error === null ? <Skeleton lines={6} /> : <ErrorNotice error={error} />}
      </Dialog>
    );
  return <CaptionsForm lesson={lesson} current={current} onClose={onClose} />;
}

/** A caption file as text, without its heading: in UTF-8, else as Chinese office programs write it. */
function textOf(bytes: ArrayBuffer): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("gb18030").decode(bytes);
  }
  return text.replace(/^WEBVTT[^\n]*\n\s*/u, "");
}

function CaptionsForm({ lesson, current, onClose }: LessonCaptionsDialogProps & { current: string }): ReactElement {
  const tell = useToast();
  const save = useChange(api.lessons.setCaptions, {
    refresh: courseRefresh,
    onSuccess: () => {
      tell(form.values.text.trim() === "" ? "字幕已去掉" : "字幕已保存");
      form.clear();
      onClose();
    },
  });
  const form = useForm({
    initial: { text: current },
    rules: contractOf(api.lessons.setCaptions),
    error: save.error,
    draft: `captions-${lesson.id}`,
  });
  const isEmpty = form.values.text.trim() === "";
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={`${lesson.title}：字幕`}
      footer={
        <FormFooter
          form={form}
          close="先放着"
          onClose={onClose}
          action={isEmpty && lesson.captions !== null ? "去掉字幕" : "保存字幕"}
          busy={save.isPending}
          onConfirm={() => save.mutate({ params: { id: lesson.id }, body: form.values })}
        />
      }
    >
      <FormBody form={form} className="grid gap-4">
        <label className="inline-flex min-h-(--touch) cursor-pointer items-center gap-2 justify-self-start rounded-md border border-line-strong bg-sheet px-3 focus-within:outline-3 focus-within:outline-accent hover:border-accent hover:text-accent">
          <Icon name="upload" />
          从字幕文件取（.vtt、.srt）
          <input
            type="file"
            accept=".vtt,.srt,text/vtt"
            className="sr-only"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              void file?.arrayBuffer().then((bytes) => form.set({ text: textOf(bytes) }));
              event.target.value = "";
            }}
          />
        </label>
        <FormField
          name="text"
          label="字幕"
          hint="每句先写起止时间，下一行写文字，两句之间空一行；要按先后排，不能重叠。留空就是不要字幕。"
        >
          <TextArea rows={16} placeholder={SAMPLE} {...form.bind("text")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
