/** A school's online course: a short text to read and a quiz with one question. */
import type { School } from "./county.ts";
import { PAPER } from "./paper.ts";

export const LESSON_MINUTES = 1;
/** Places of an answer to the quiz's only question. */
export const RIGHT = 1;
export const WRONG = 0;

/** Makes and publishes the course. Returns its id. */
export async function publishOnlineCourse(school: School): Promise<string> {
  const desk = await school.staff.desk();
  const about = school.name;
  const { body } = await desk.do("POST /api/v1/courses", {
    about,
    body: { title: "安全生产常识", summary: "", qualityModule: true },
  });
  const params = { id: body.id };
  await desk.upload(
    "POST /api/v1/courses/:id/files",
    { name: "安全生产常识.pdf", content: PAPER },
    { params, query: { title: "安全生产常识", kind: "document", readingMinutes: LESSON_MINUTES }, about },
  );
  await desk.do("POST /api/v1/courses/:id/quizzes", {
    params,
    about,
    body: {
      title: "随堂练习",
      quiz: {
        passScore: 60,
        maxAttempts: 3,
        questions: [{ kind: "single", text: "发现火情先做什么？", options: ["观望", "报警"], answers: [RIGHT] }],
      },
    },
  });
  await desk.do("PUT /api/v1/courses/:id/state", { params, about, body: { state: "published" } });
  return body.id;
}
