import { z } from "zod";
import { FileReply } from "../../kernel/files.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { lessonReader } from "../owners.ts";

/** Captions of a video as its learners see them. A version never changes, so that the player's address of it may be kept. */
export const lessonCaptions = operation({
  method: "GET",
  path: "/api/v1/lessons/:id/captions",
  summary: "视频的字幕（WebVTT）",
  permission: {
    roles: ["learner", "institution", "enterprise", "reviewer", "department", "auditor"],
    over: lessonReader,
  },
  params: ById,
  query: z.object({
    version: z.coerce.number().int().min(1).max(1_000_000).optional().describe("字幕的版本；默认最新"),
  }),
  output: fileOutput,
  async run(context, { params, query }) {
    const file = await context.db
      .selectFrom("lesson as l")
      .innerJoin("lesson_caption as k", (join) => join.onRef("k.lesson_id", "=", "l.id"))
      .innerJoin("stored_file as f", "f.id", "k.file_id")
      .select(["f.sha256", "f.bytes"])
      .where("l.id", "=", params.id)
      .where((e) => e("k.version", "=", query.version ?? e.ref("l.caption_version")))
      .executeTakeFirst();
    if (!file) throw notFound("字幕");
    return new FileReply({
      mediaType: "text/vtt; charset=utf-8",
      content: await context.services.files.open(file.sha256),
      headers: { "content-length": String(file.bytes), "cache-control": "private, no-cache" },
    });
  },
});
