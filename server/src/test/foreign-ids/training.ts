import {
  aClass,
  aLesson,
  anAdmission,
  anEnrolment,
  anExamResult,
  anOrganisation,
  aPerson,
  aRoom,
  aTeacher,
} from "../index.ts";
import { aStudent, checkAt, MINUTE, testClock } from "../student.ts";
import { anOffice, ELSEWHERE, paper, QUIZ, REASON, runningClass, type Tries, type Try } from "./world.ts";

const LESSON = { date: "2020-03-20", from: "13:30", to: "16:30", hours: 4, topic: "实操" };
const PLAN = {
  name: "电工五级班",
  policyId: "rugao-2019",
  benefit: "unemployed-training",
  occupation: "6-31-01-03",
  level: 5,
  contentKind: "occupation",
  town: "320682001",
  startsOn: "2020-03-06",
  endsOn: "2020-04-30",
  capacity: 20,
};

const projectBody = (ownerId: string) => ({
  code: `P${Math.random()}`,
  name: "项目",
  kind: "named-plan",
  clause: "五.1",
  openFrom: "2019-01-01",
  ownerId,
});

const present = (enrolmentId: string) => ({ enrolmentId, mark: "present" });

/** Classes, timetables and the roll. */
export const trainingTries: Tries = (world) => {
  const { app, school, clerk, learner, person, reviewer, theirs } = world;
  const draftClass = () => aClass(app, { organisationId: school, state: "draft" });

  const sessionWith = async (field: "teacherId" | "roomId") => {
    const own = { teacherId: (await aTeacher(app, school)).id, roomId: await aRoom(app, school) };
    const others = field === "teacherId" ? (await aTeacher(app, theirs.school)).id : await aRoom(app, theirs.school);
    return { who: clerk, own: own[field], others, body: (id: string) => ({ ...LESSON, ...own, [field]: id }) };
  };
  const addSession = (field: "teacherId" | "roomId") => async (): Promise<Try> => ({
    ...(await sessionWith(field)),
    url: `/api/v1/classes/${(await draftClass()).id}/sessions`,
  });
  const editSession = (field: "teacherId" | "roomId") => async (): Promise<Try> => {
    const { id, sessionIds } = await draftClass();
    return { ...(await sessionWith(field)), method: "PUT", url: `/api/v1/classes/${id}/sessions/${sessionIds[0]}` };
  };
  const changeSession = (field: "teacherId" | "roomId") => async (): Promise<Try> => {
    const given = await sessionWith(field);
    return {
      ...given,
      body: (id) => ({ kind: "timetable", sessions: [given.body(id)], reason: REASON }),
      url: `/api/v1/classes/${(await runningClass(world)).id}/changes`,
    };
  };
  const enterprise = async () => ({
    who: clerk,
    own: await anOrganisation(app, { kind: "enterprise" }),
    others: theirs.school,
  });
  const office = async () => ({ who: reviewer, own: await anOffice(app), others: await anOffice(app, ELSEWHERE) });
  const PLACES = { year: 2020, kind: "set", places: 5, reason: REASON };
  const placesFor = { who: reviewer, url: "/api/v1/plan-quota-changes", own: school, others: theirs?.school };
  const placesOf = async (place: (id: string) => object) => {
    const projectId = await aProject("320682");
    return (id: string) => ({ ...PLACES, projectId, ...place(id) });
  };
  const project = async () => ({ who: clerk, own: await aProject("320682"), others: await aProject(ELSEWHERE) });
  const aProject = async (region: string) => {
    const row = await app.services.database
      .insertInto("training_project")
      .values({
        code: `P${region}${Math.random()}`,
        name: "项目",
        kind: "project-based",
        groups: [],
        clause: "十七",
        region,
        open_from: "2019-01-01",
        open_to: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return row.id;
  };
  const draftPlan = (field: "enterpriseId" | "projectId") => async (): Promise<Try> => ({
    ...(await (field === "projectId" ? project() : enterprise())),
    url: "/api/v1/classes",
    body: (id) => ({ ...PLAN, [field]: id }),
  });
  const editPlan = (field: "enterpriseId" | "projectId") => async (): Promise<Try> => ({
    ...(await (field === "projectId" ? project() : enterprise())),
    method: "PUT",
    url: `/api/v1/classes/${(await draftClass()).id}`,
    body: (id) => ({ ...PLAN, [field]: id, planVersion: 1 }),
  });
  const onRoll = async (startsOn?: string) => {
    const { id, sessionIds, enrolmentId } = await runningClass(world, startsOn);
    const session = `/api/v1/sessions/${sessionIds[0]}`;
    return { who: clerk, classId: id, session, own: enrolmentId, others: theirs.enrolmentId };
  };
  const over = "2020-02-24";
  const anExam = async () => {
    const given = await onRoll(over);
    const { examId } = await anExamResult(app, { classId: given.classId, enrolmentId: given.own });
    await anExamResult(app, { classId: theirs.classId, enrolmentId: theirs.enrolmentId });
    return { ...given, examId };
  };
  const ownLesson = async (given: object = {}) => {
    const training = await aClass(app, { organisationId: school, sessions: 0 });
    const enrolmentId = await anEnrolment(app, training.id, person.id);
    const lesson = await aLesson(app, { organisationId: school, classId: training.id, ...given });
    return { classId: training.id, enrolmentId, ...lesson };
  };
  const evaluation = { occupation: "6-31-01-03", level: 5, activity: "evaluation" } as const;

  return {
    "timetable.add teacherId": addSession("teacherId"),
    "timetable.add roomId": addSession("roomId"),
    "timetable.edit teacherId": editSession("teacherId"),
    "timetable.edit roomId": editSession("roomId"),
    "classChanges.ask sessions[].teacherId": changeSession("teacherId"),
    "classChanges.ask sessions[].roomId": changeSession("roomId"),
    "classChanges.ask cancel[]": async () => {
      const { id, sessionIds } = await runningClass(world);
      const { sessionIds: others } = await runningClass({ ...world, school: theirs.school });
      return {
        who: clerk,
        url: `/api/v1/classes/${id}/changes`,
        body: (session) => ({ kind: "timetable", cancel: [session], reason: REASON }),
        own: sessionIds[9] ?? "",
        others: others[9] ?? "",
      };
    },
    "leaveRequests.ask sessionId": async () => {
      const { id, sessionIds } = await aClass(app, { organisationId: school, startsOn: "2020-04-06" });
      const seat = await anEnrolment(app, id, person.id);
      const { sessionIds: elsewhere } = await aClass(app, { organisationId: theirs.school, startsOn: "2020-04-06" });
      return {
        who: learner,
        url: `/api/v1/enrolments/${seat}/leave-requests`,
        own: sessionIds[0] ?? "",
        others: elsewhere[0] ?? "",
        body: (sessionId) => ({ sessionId, reason: REASON }),
      };
    },
    "projects.add ownerId": async () => ({ ...(await office()), url: "/api/v1/training-projects", body: projectBody }),
    "projects.edit ownerId": async () => ({
      ...(await office()),
      method: "PUT",
      url: `/api/v1/training-projects/${await aProject("320682")}`,
      body: projectBody,
    }),
    "planQuotas.propose projectId": async () => ({
      ...(await project()),
      who: reviewer,
      url: "/api/v1/plan-quota-changes",
      body: (projectId) => ({ ...PLACES, projectId, place: { scope: "plan" } }),
    }),
    "planQuotas.propose place.organisationId": async () => ({
      ...placesFor,
      body: await placesOf((organisationId) => ({ place: { scope: "organisation", organisationId } })),
    }),
    "planQuotas.propose to.organisationId": async () => ({
      ...placesFor,
      body: await placesOf((organisationId) => ({
        kind: "transfer",
        place: { scope: "plan" },
        to: { scope: "organisation", organisationId },
      })),
    }),
    "classes.draft enterpriseId": draftPlan("enterpriseId"),
    "classes.edit enterpriseId": editPlan("enterpriseId"),
    "classes.draft projectId": draftPlan("projectId"),
    "classes.edit projectId": editPlan("projectId"),
    "attendance.rollCall marks[].enrolmentId": async () => {
      const given = await onRoll();
      return { ...given, url: `${given.session}/roll-call`, body: (id) => ({ marks: [present(id)] }) };
    },
    "attendance.correct enrolmentId": async () => {
      const given = await onRoll(over);
      return { ...given, url: `${given.session}/corrections`, body: (id) => ({ ...present(id), reason: REASON }) };
    },
    "attendance.makeUp marks[].enrolmentId": async () => {
      const given = await onRoll(over);
      const fileId = await paper(clerk, `${given.session}/sheets`);
      const body = (id: string) => ({ marks: [present(id)], fileId, reason: REASON });
      return { ...given, url: `${given.session}/make-ups`, body };
    },
    "attendance.makeUp fileId": async () => {
      const given = await onRoll(over);
      const { sessionIds } = await runningClass({ ...world, school: theirs.school }, over);
      return {
        who: clerk,
        url: `${given.session}/make-ups`,
        body: (fileId) => ({ marks: [present(given.own)], fileId, reason: REASON }),
        own: await paper(clerk, `${given.session}/sheets`),
        others: await paper(theirs.clerk, `/api/v1/sessions/${sessionIds[0]}/sheets`),
      };
    },
    "courses.arrange lessonIds[]": async () => {
      const { id, courseId } = await ownLesson();
      await app.services.database.updateTable("course").set({ state: "draft" }).where("id", "=", courseId).execute();
      return {
        who: clerk,
        method: "PUT",
        url: `/api/v1/courses/${courseId}/lessons`,
        body: (lesson) => ({ lessonIds: [lesson] }),
        own: id,
        others: theirs.lessonId,
      };
    },
    "courses.attach courseIds[]": async () => {
      const { classId, courseId } = await ownLesson();
      return {
        who: clerk,
        method: "PUT",
        url: `/api/v1/classes/${classId}/courses`,
        body: (course) => ({ courseIds: [course] }),
        own: courseId,
        others: theirs.courseId,
      };
    },
    "lessons.open enrolmentId": async () => {
      const { id, enrolmentId } = await ownLesson();
      return {
        who: learner,
        url: `/api/v1/lessons/${id}/leases`,
        body: (each) => ({ enrolmentId: each }),
        own: enrolmentId,
        others: theirs.enrolmentId,
      };
    },
    "lessons.submitQuiz enrolmentId": async () => {
      const { id, classId, enrolmentId } = await ownLesson({ kind: "quiz", quiz: QUIZ });
      // A classmate, who takes the same quiz.
      const others = await anEnrolment(app, classId, (await aPerson(app)).id);
      return {
        who: learner,
        url: `/api/v1/lessons/${id}/attempts`,
        body: (each) => ({ enrolmentId: each, answers: [[0]] }),
        own: enrolmentId,
        others,
      };
    },
    "watching.answer checkId": async () => {
      const clock = testClock(app, app.services.clock.now().toISOString());
      const [mine, foreign] = [await aStudent(app, clock, school), await aStudent(app, clock, theirs.school)];
      const asked = async ({ open, play }: typeof mine) => {
        const view = await open();
        await checkAt(app, view.leaseId, MINUTE);
        return play(view, MINUTE);
      };
      const [own, others] = [await asked(mine), await asked(foreign)];
      const url = `/api/v1/watch-leases/${own.leaseId}/answers`;
      return {
        who: mine.client,
        url,
        body: (checkId) => ({ checkId, option: 0 }),
        own: own.check?.id ?? "",
        others: others.check?.id ?? "",
      };
    },
    "quizAttempts.grant lessonId": async () => {
      const { id, enrolmentId } = await ownLesson({ kind: "quiz", quiz: QUIZ });
      await learner.post(`/api/v1/lessons/${id}/attempts`, { enrolmentId, answers: [[1]] });
      return {
        who: clerk,
        url: `/api/v1/enrolments/${enrolmentId}/quiz-grants`,
        body: (lessonId) => ({ lessonId, attempts: 1, reason: REASON }),
        own: id,
        others: theirs.lessonId,
      };
    },
    "exams.create evaluatorId": async () => {
      const own = await anOrganisation(app, { kind: "evaluation-body" });
      await anAdmission(app, own, evaluation);
      const { id } = await runningClass(world);
      return {
        who: clerk,
        url: `/api/v1/classes/${id}/exams`,
        body: (evaluatorId) => ({ kind: "evaluation", heldOn: "2020-03-20", evaluatorId }),
        own,
        others: theirs.school,
      };
    },
    "exams.record enrolmentId": async () => {
      const given = await anExam();
      return {
        ...given,
        url: `/api/v1/exams/${given.examId}/results`,
        body: (enrolmentId) => ({ enrolmentId, absent: true, reason: REASON }),
      };
    },
    "certificates.issue enrolmentIds[]": async () => {
      const given = await anExam();
      return { ...given, url: `/api/v1/classes/${given.classId}/certificates`, body: (id) => ({ enrolmentIds: [id] }) };
    },
    "certificates.register certificates[].enrolmentId": async () => {
      const given = await anExam();
      const body = await anOrganisation(app, { kind: "evaluation-body" });
      await anAdmission(app, body, evaluation);
      await app.services.database
        .updateTable("exam")
        .set({ kind: "evaluation", evaluator_id: body, held_on: over })
        .where("id", "=", given.examId)
        .execute();
      const certificate = { kind: "special-ability", issuedOn: "2020-03-02" };
      return {
        ...given,
        who: await app.as("evaluator", { organisationId: body }),
        url: `/api/v1/exams/${given.examId}/certificates`,
        body: (enrolmentId) => ({ ...certificate, certificates: [{ enrolmentId, number: "ZX2020000001" }] }),
      };
    },
  };
};
