import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { buildUrl } from "../../../api/client.ts";
import { upload } from "../../../api/upload.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { Field } from "../../../kit/Field.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
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
  const [title, setTitle] = useState("");
  const [minutes, setMinutes] = useState("15");
  const client = useQueryClient();
  const tell = useToast();
  const isVideo = kind === "video";
  const ready = title.trim() !== "" && (isVideo || Number(minutes) >= 1);

  async function done(): Promise<void> {
    await Promise.all(courseRefresh.map((key) => client.invalidateQueries({ queryKey: [key] })));
    tell(`“${title.trim()}”已加入课程`);
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
      <div className="grid gap-4">
        <Field label="课件名称">
          <Input value={title} onChange={setTitle} maxLength={80} />
        </Field>
        {!isVideo && (
          <Field label="阅读时长" hint="学员打开这份文档，最多按这个时长计入">
            <Input
              inputMode="numeric"
              unit="分钟"
              value={minutes}
              onChange={(text) => setMinutes(text.replace(/\D/gu, ""))}
            />
          </Field>
        )}
        {ready ? (
          <FileUpload
            send={(file, options) =>
              upload<{ id: string }>(
                buildUrl(
                  `/api/v1/courses/${courseId}/files`,
                  {},
                  { title: title.trim(), kind, ...(isVideo ? {} : { readingMinutes: minutes }) },
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
          <p className="text-ink-2">先写好课件名称，再选文件。</p>
        )}
      </div>
    </Dialog>
  );
}
