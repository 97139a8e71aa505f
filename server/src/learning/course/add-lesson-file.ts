import { open } from "node:fs/promises";
import { z } from "zod";
import { checkUpload } from "../../adapters/upload/index.ts";
import type { Upload } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { ById, Done, Line } from "../../kernel/shapes.ts";
import { appendLesson, lockDraft } from "./course-shapes.ts";
import { mediaDurationMs } from "./media-duration.ts";
import { courseOwner } from "../owners.ts";

const MAX_BYTES = 1 << 30;
const HEAD_BYTES = 65_536;

/** Adds a video or a document to a course, checked by content; a video's length is read from the file. */
export const addLessonFile = operation({
  method: "POST",
  path: "/api/v1/courses/:id/files",
  summary: "上传视频或文档课件",
  permission: { roles: ["institution"], over: courseOwner },
  params: ById,
  query: z.object({
    title: Line(80),
    kind: z.enum(["video", "document"]),
    readingMinutes: z.coerce.number().int().min(1).max(180).optional().describe("文档的阅读时长，分钟；仅文档填写"),
  }),
  upload: { maxBytes: MAX_BYTES },
  output: Done,
  async run(context, { params, query }) {
    const upload = context.upload;
    if (!upload) throw unacceptable("file-missing", "没有收到文件，请重新选择后上传。");
    await lockDraft(context, params.id);
    const media = await judge(upload, query.kind);
    let durationMs = (query.readingMinutes ?? 0) * 60_000;
    if (media.kind === "mp4" || media.kind === "webm") {
      const found = await mediaDurationMs(upload.temporaryPath, media.kind).catch(() => null);
      if (found === null)
        throw unacceptable(
          "video-without-duration",
          "读不出这个视频的时长，文件可能已损坏。请用转码工具另存为 MP4（H.264）后再上传。",
        );
      durationMs = found;
    } else if (durationMs === 0) {
      throw unacceptable("reading-minutes-missing", "请填写文档的阅读时长（分钟）。", [
        { pointer: "/query/readingMinutes", detail: "文档须填写阅读时长" },
      ]);
    }
    const fileId = await context.services.files.keep(
      context,
      { ...upload, mediaType: media.mediaType },
      { purpose: "lesson" },
    );
    const id = await appendLesson(context, params.id, { kind: query.kind, title: query.title, fileId, durationMs });
    if (query.kind === "document") await context.emit("lesson-document-added", { lessonId: id });
    context.audit({ kind: "course", id: params.id, detail: { lessonId: id, bytes: upload.bytes, durationMs } });
    return { id };
  },
});

async function judge(upload: Upload, kind: "video" | "document") {
  const file = await open(upload.temporaryPath, "r");
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
    const found = await checkUpload(head.subarray(0, bytesRead), {
      kinds: kind === "video" ? ["mp4", "webm"] : ["pdf"],
      totalBytes: upload.bytes,
      maxBytes: MAX_BYTES,
    });
    if (!found.ok) throw unacceptable(found.code, found.message);
    return found.value;
  } finally {
    await file.close();
  }
}
