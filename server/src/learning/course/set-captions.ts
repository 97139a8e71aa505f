import { createHash, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, unacceptable } from "../../kernel/problem.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { lessonAuthor } from "../owners.ts";
import { readCaptions, writeCaptions } from "./captions.ts";

const MAX_LENGTH = 200_000;

/**
 * Writes the captions of a video as a new version; an empty text takes them away. Allowed for published courses too: what counts is the
 * video, which stays the same.
 */
export const setCaptions = operation({
  method: "PUT",
  path: "/api/v1/lessons/:id/captions",
  summary: "写视频的字幕",
  permission: { roles: ["institution"], over: lessonAuthor },
  params: ById,
  body: z.strictObject({
    text: z
      .string()
      .max(MAX_LENGTH, "字幕文件太大，最多 20 万字，请把视频拆成几段")
      .describe("WebVTT 或 SRT 的内容；留空为去掉字幕"),
  }),
  bodyLimit: 1 << 20,
  output: Done,
  async run(context, { params, body }) {
    const lesson = await context.db
      .selectFrom("lesson as l")
      .innerJoin("course as c", "c.id", "l.course_id")
      .select(["l.kind", "l.duration_ms", "l.caption_version", "c.state"])
      .where("l.id", "=", params.id)
      .forUpdate("l")
      .executeTakeFirstOrThrow();
    if (lesson.kind !== "video" || lesson.duration_ms === null)
      throw conflict("lesson-not-video", "只有视频才有字幕。文档和练习本来就是文字。");
    if (lesson.state === "retired") throw conflict("course-retired", "课程已停用，不能再写字幕。");
    const read = readCaptions(body.text, lesson.duration_ms);
    if (!read.ok) {
      const detail = `第 ${read.fault.line} 行：${read.fault.detail}`;
      throw unacceptable("captions-malformed", `字幕${detail}。请改好再保存。`, [{ pointer: "/text", detail }]);
    }
    const isWithdrawn = read.cues.length === 0;
    if (isWithdrawn && lesson.caption_version === null)
      throw unacceptable("captions-empty", "还没有写字幕。请选一个字幕文件，或者照样子写几句。", [
        { pointer: "/text", detail: "没有字幕" },
      ]);
    const { version } = await context.db
      .selectFrom("lesson_caption")
      .select(sql<number>`coalesce(max(version), 0) + 1`.as("version"))
      .where("lesson_id", "=", params.id)
      .executeTakeFirstOrThrow();
    await context.db
      .insertInto("lesson_caption")
      .values({
        lesson_id: params.id,
        version,
        file_id: isWithdrawn ? null : await keepText(context, writeCaptions(read.cues)),
        cues: read.cues.length,
        written_by: context.actor.accountId,
        at: context.now,
      })
      .execute();
    await context.db
      .updateTable("lesson")
      .set({ caption_version: isWithdrawn ? null : version })
      .where("id", "=", params.id)
      .execute();
    context.audit({ kind: "lesson", id: params.id, detail: { captions: version, cues: read.cues.length } });
    return { id: params.id };
  },
});

/** Keeps a text as a file of the lesson, as an upload would be. */
async function keepText(context: Context, text: string): Promise<string> {
  const { files } = context.services;
  const content = Buffer.from(text);
  const incoming = path.join(files.directory, "incoming");
  await mkdir(incoming, { recursive: true });
  const temporaryPath = path.join(incoming, randomUUID());
  await writeFile(temporaryPath, content, { flush: true });
  const sha256 = createHash("sha256").update(content).digest();
  return files.keep(
    context,
    { temporaryPath, name: "captions.vtt", bytes: content.length, sha256, mediaType: "text/vtt" },
    { purpose: "captions" },
  );
}
