import { operation } from "../../kernel/operation.ts";
import { FileReply } from "../../kernel/files.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, fileOutput } from "../../kernel/shapes.ts";
import { readRange } from "./byte-range.ts";
import { lessonReader } from "../owners.ts";

/**
 * Content of a video or document, in ranges as players request them. The ETag is the file's digest, so any process may serve any
 * part.
 */
export const lessonContent = operation({
  method: "GET",
  path: "/api/v1/lessons/:id/content",
  summary: "课件内容",
  permission: {
    roles: ["learner", "institution", "enterprise", "reviewer", "department", "auditor"],
    over: lessonReader,
  },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const file = await context.db
      .selectFrom("lesson as l")
      .innerJoin("stored_file as f", "f.id", "l.file_id")
      .select(["f.sha256", "f.media_type", "f.bytes"])
      .where("l.id", "=", params.id)
      .executeTakeFirst();
    if (!file) throw notFound("课件文件");
    const etag = `"${file.sha256.toString("hex")}"`;
    const headers = { etag, "accept-ranges": "bytes", "cache-control": "private, no-cache" };
    const asked = context.request.headers;
    const nothing = { mediaType: file.media_type, content: Buffer.alloc(0) };
    if (asked["if-none-match"] === etag) return new FileReply({ ...nothing, status: 304, headers });
    const ask = readRange(one(asked.range), one(asked["if-range"]), etag, file.bytes);
    switch (ask.kind) {
      case "unsatisfiable":
        return new FileReply({
          ...nothing,
          status: 416,
          headers: { ...headers, "content-range": `bytes */${file.bytes}` },
        });
      case "whole":
        return new FileReply({
          mediaType: file.media_type,
          content: await context.services.files.open(file.sha256),
          headers: { ...headers, "content-length": String(file.bytes) },
        });
      case "part":
        return new FileReply({
          mediaType: file.media_type,
          content: await context.services.files.open(file.sha256, { start: ask.start, end: ask.end }),
          status: 206,
          headers: {
            ...headers,
            "content-length": String(ask.end - ask.start + 1),
            "content-range": `bytes ${ask.start}-${ask.end}/${file.bytes}`,
          },
        });
    }
  },
});

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);
