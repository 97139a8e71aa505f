import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { lessonReader } from "../owners.ts";
import { LessonTextState } from "./course-shapes.ts";

/** Text of a document in paragraphs, page by page, for phones and for reading aloud. */
export const lessonText = operation({
  method: "GET",
  path: "/api/v1/lessons/:id/text",
  summary: "文档的文字",
  permission: {
    roles: ["learner", "institution", "enterprise", "reviewer", "department", "auditor"],
    over: lessonReader,
  },
  params: ById,
  output: z.object({
    state: LessonTextState,
    pages: z.array(z.array(z.string())).describe("每页的段落"),
  }),
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("lesson_text")
      .select(["state", "pages"])
      .where("lesson_id", "=", params.id)
      .executeTakeFirst();
    return row ?? { state: "waiting" as const, pages: [] };
  },
});
