import { z } from "zod";
import { json } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { ById, Done, Line } from "../../kernel/shapes.ts";
import { appendLesson, lockDraft } from "./course-shapes.ts";
import { courseOwner } from "../owners.ts";
import { Quiz } from "../quiz/quiz.ts";

/** Adds a quiz to a course. */
export const addQuiz = operation({
  method: "POST",
  path: "/api/v1/courses/:id/quizzes",
  summary: "添加随堂练习",
  permission: { roles: ["institution"], over: courseOwner },
  params: ById,
  body: z.strictObject({ title: Line(80), quiz: Quiz }),
  output: Done,
  async run(context, { params, body }) {
    await lockDraft(context, params.id);
    const id = await appendLesson(context, params.id, { kind: "quiz", title: body.title, quiz: json(body.quiz) });
    context.audit({ kind: "course", id: params.id, detail: { lessonId: id } });
    return { id };
  },
});
