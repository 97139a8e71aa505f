import { useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { contractOf } from "../../../api/contract.ts";
import { buildUrl } from "../../../api/client.ts";
import { upload } from "../../../api/upload.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
import { FormBody, FormField, needing, useForm } from "../../../kit/form.tsx";
import { Input } from "../../../kit/Input.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { courseRefresh } from "./refresh.ts";

interface LessonUploadDialogProps {
  courseId: string;
  kind: "video" | "document";
  onClose: () => void;
}

/** A video or a document for a course. The length of a video is read from the video itself. */
export function LessonUploadDialog({ courseId, kind, onClose }: LessonUploadDialogProps): ReactElement {
  const client = useQueryClient();
  const tell = useToast();
  const isVideo = kind === "video";
  const rules = contractOf(api.courses.addFile);
  const form = useForm({
    initial: { title: "", readingMinutes: "15" },
    rules: isVideo ? rules : needing(rules, "readingMinutes"),
  });
  const title = form.values.title.trim();

  async function done(): Promise<void> {
    await Promise.all(courseRefresh.map((key) => client.invalidateQueries({ queryKey: [key] })));
    tell(`“${title}”已加入课程`);
    onClose();
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={isVideo ? "上传视频" : "上传文档"}
      footer={
        <Button variant="secondary" onClick={onClose}>
          关闭
        </Button>
      }
    >
      <FormBody form={form}>
        <FormField name="title" label="课件名称">
          <Input {...form.bind("title")} />
        </FormField>
        {!isVideo && (
          <FormField name="readingMinutes" label="阅读时长" hint="1 至 180 分钟；学员打开这份文档，最多按这个时长计入">
            <Input inputMode="numeric" unit="分钟" {...form.digits("readingMinutes")} />
          </FormField>
        )}
        {form.refused.length === 0 ? (
          <FileUpload
            send={(file, options) =>
              upload<{ id: string }>(
                buildUrl(
                  `/api/v1/courses/${courseId}/files`,
                  {},
                  { title, kind, ...(isVideo ? {} : { readingMinutes: form.values.readingMinutes }) },
                ),
                file,
                options,
              )
            }
            onDone={() => void done()}
            accept={isVideo ? ".mp4,.webm" : ".pdf"}
            hint={isVideo ? "MP4（H.264）或 WebM，不超过 1 GB" : "PDF，不超过 1 GB"}
            maxBytes={1024 * 1024 * 1024}
          />
        ) : (
          <p className="text-ink-2">先{isVideo ? "写好课件名称" : "写好课件名称和阅读时长"}，再选文件。</p>
        )}
      </FormBody>
    </Dialog>
  );
}
