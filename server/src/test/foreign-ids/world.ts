import {
  aClass,
  aLesson,
  anAdmission,
  anEnrolment,
  anOrganisation,
  aPerson,
  aStandard,
  COUNTY,
  type TestApp,
  type TestClient,
  upload,
} from "../index.ts";

/** The neighbouring county, and the name that everything of strangers bears: no refusal may say it. */
export const ELSEWHERE = "320681";
export const SECRET = "外人之物";
export const REASON = "与原件核对无误";
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
export const QUIZ = {
  passScore: 60,
  maxAttempts: 1,
  questions: [{ kind: "single", text: "先做什么", options: ["断电", "开工"], answers: [0] }],
};

/** One act with an own and with somebody else's id in its body or its address. */
export interface Try {
  who: TestClient;
  url: string | ((id: string) => string);
  method?: "GET" | "POST" | "PUT" | "DELETE";
  body?: (id: string) => object;
  /** Sent in place of a body. */
  file?: { name: string; content: string };
  own: string;
  others: string;
}

/** A school, its people and its county's officers, and another school with a class, a learner and a lesson. */
export type World = Awaited<ReturnType<typeof aWorld>>;
export type Tries = (world: World) => Record<string, () => Promise<Try>>;

export async function aWorld(app: TestApp) {
  const school = await anOrganisation(app);
  await aStandard(app);
  await anAdmission(app, school);
  const person = await aPerson(app);
  const other = await anOrganisation(app, { name: SECRET });
  const { id: classId } = await aClass(app, { organisationId: other });
  const { id: personId } = await aPerson(app, { name: SECRET });
  const lesson = await aLesson(app, { organisationId: other, classId, kind: "quiz", quiz: QUIZ });
  return {
    app,
    school,
    person,
    clerk: await app.as("institution", { organisationId: school }),
    learner: await app.as("learner", { personId: person.id }),
    reviewer: await app.as("reviewer"),
    finance: await app.as("finance"),
    admin: await app.as("admin"),
    theirs: {
      school: other,
      clerk: await app.as("institution", { organisationId: other }),
      classId,
      personId,
      learner: await app.as("learner", { personId }),
      enrolmentId: await anEnrolment(app, classId, personId),
      lessonId: lesson.id,
      courseId: lesson.courseId,
    },
  };
}

/** Uploads a paper at this door and returns its id. */
export async function paper(who: TestClient, url: string): Promise<string> {
  const sent = await upload<{ id: string }>(who, url, { name: "材料.pdf", content: PDF, type: "application/pdf" });
  if (sent.status !== 200) throw new Error(`${url} answered ${sent.status} ${sent.body.detail}`);
  return sent.body.id;
}

/** An office of the county, or of the neighbouring one. */
export async function anOffice(app: TestApp, region: string = COUNTY): Promise<string> {
  const id = await anOrganisation(app, { kind: "department", region });
  if (region !== COUNTY)
    await app.services.database
      .updateTable("organisation")
      .set({ town: `${region}001` })
      .where("id", "=", id)
      .execute();
  return id;
}

/** A running class of the school with one learner, its first session on this day. */
export async function runningClass({ app, school }: World, startsOn = "2020-03-02") {
  const { id, sessionIds } = await aClass(app, { organisationId: school, startsOn });
  const { id: personId } = await aPerson(app);
  const enrolmentId = await anEnrolment(app, id, personId);
  return { id, sessionIds, enrolmentId, personId };
}
