import { aClaim, aClass, anEnrolment, anOrganisation, aPerson, aLesson } from "../index.ts";
import { paper, QUIZ, REASON, SECRET, type Tries, type Try } from "./world.ts";

/** Ids in an address beside the thing that it names: the second of its path, or in its query. */
export const addressTries: Tries = (world) => {
  const { app, school, clerk, learner, person, reviewer, theirs } = world;
  const ADMISSION = { activity: "training", occupation: "6-31-01-03" };

  const employed = async (method: "PUT" | "POST", rest: string, body: object): Promise<Try> => {
    const of = async (desk: typeof clerk, organisationId: string) => {
      const { id, citizenId } = await aPerson(app, { name: "职工示例" });
      const hired = { name: "职工示例", citizenId, hiredOn: "2019-11-05", contractMonths: 12 };
      await desk.post(`/api/v1/organisations/${organisationId}/employments`, hired);
      return id;
    };
    return {
      who: clerk,
      method,
      url: (id) => `/api/v1/organisations/${school}/employees/${id}${rest}`,
      body: () => body,
      own: await of(clerk, school),
      others: await of(theirs.clerk, theirs.school),
    };
  };
  const sessions = async () => ({
    draft: await aClass(app, { organisationId: school, state: "draft" }),
    foreign: await aClass(app, { organisationId: theirs.school, state: "draft" }),
  });
  const papersOfClasses = async () => {
    const { draft, foreign } = await sessions();
    return {
      who: clerk,
      classId: draft.id,
      own: await paper(clerk, `/api/v1/classes/${draft.id}/papers`),
      others: await paper(theirs.clerk, `/api/v1/classes/${foreign.id}/papers`),
    };
  };
  const admissionWith = async (desk: typeof clerk, level: number) => {
    const fileId = await paper(desk, "/api/v1/papers");
    const body = { ...ADMISSION, level, evidenceFileIds: [fileId] };
    const made = await desk.post<{ id: string }>("/api/v1/admissions", body);
    return { id: made.body.id, fileId };
  };
  const claimWith = async (who: typeof learner, personId: string) => {
    const fileId = await paper(who, "/api/v1/me/evidence");
    const { id } = await aClaim(app, { personId, state: "submitted" });
    await app.services.database
      .updateTable("claim")
      .set({ evidence_file_ids: [fileId] })
      .where("id", "=", id)
      .execute();
    return { id, fileId };
  };

  const declared = async (n: number, name?: string) => {
    const organisationId = await anOrganisation(app, { kind: "enterprise", ...(name === undefined ? {} : { name }) });
    const who = await app.as("enterprise", { organisationId });
    const made = await who.post<{ id: string }>("/api/v1/period-returns", { form: "education-fund", period: "2019" });
    const path = `/api/v1/period-returns/${made.body.id}/rows`;
    const values = { invoice: `1234567${n}`, day: "2019-06-01", amount: "100", purpose: "其他" };
    await who.post(path, { values });
    const { body } = await who.get<{ rows: { id: string }[] }>(path);
    return { who, path, rowId: body.rows[0]?.id ?? "" };
  };

  return {
    "periodReturns.removeRow rowId": async () => {
      const [own, others] = [await declared(1), await declared(2, SECRET)];
      return { who: own.who, method: "DELETE", url: (id) => `${own.path}/${id}`, own: own.rowId, others: others.rowId };
    },
    "organisations.evidence fileId": async () => {
      const ordered = async () => {
        const id = await anOrganisation(app);
        const fileId = await paper(reviewer, `/api/v1/organisations/${id}/evidence`);
        const order = { to: "suspended", reason: "检查发现问题", basis: "整改通知书", evidenceFileIds: [fileId] };
        await reviewer.post(`/api/v1/organisations/${id}/orders`, order);
        return { id, fileId };
      };
      const [own, others] = [await ordered(), await ordered()];
      return {
        who: reviewer,
        method: "GET",
        url: (id) => `/api/v1/organisations/${own.id}/evidence/${id}`,
        own: own.fileId,
        others: others.fileId,
      };
    },
    "employees.correct personId": () =>
      employed("PUT", "", { hiredOn: "2019-11-04", leftOn: null, contractMonths: 12, reason: REASON }),
    "employees.leave personId": () => employed("POST", "/departure", { leftOn: "2020-02-03" }),
    "admissions.paper fileId": async () => {
      const [own, others] = [await admissionWith(clerk, 1), await admissionWith(theirs.clerk, 1)];
      const url = (id: string) => `/api/v1/admissions/${own.id}/papers/${id}`;
      return { who: clerk, method: "GET", url, own: own.fileId, others: others.fileId };
    },
    "classes.paper fileId": async () => {
      const { classId, ...given } = await papersOfClasses();
      return { ...given, method: "GET", url: (id) => `/api/v1/classes/${classId}/papers/${id}` };
    },
    "classes.removePaper fileId": async () => {
      const { classId, ...given } = await papersOfClasses();
      return { ...given, url: (id) => `/api/v1/classes/${classId}/papers/${id}/removal` };
    },
    "timetable.edit sessionId": async () => {
      const { draft, foreign } = await sessions();
      const { teacher_id: teacherId, room_id: roomId } = await app.services.database
        .selectFrom("class_session")
        .select(["teacher_id", "room_id"])
        .where("id", "=", draft.sessionIds[0] ?? "")
        .executeTakeFirstOrThrow();
      const lesson = { date: "2020-03-21", from: "13:30", to: "16:30", hours: 4, topic: "实操", teacherId, roomId };
      return {
        who: clerk,
        method: "PUT",
        url: (id) => `/api/v1/classes/${draft.id}/sessions/${id}`,
        body: () => lesson,
        own: draft.sessionIds[0] ?? "",
        others: foreign.sessionIds[0] ?? "",
      };
    },
    "timetable.remove sessionId": async () => {
      const { draft, foreign } = await sessions();
      return {
        who: clerk,
        method: "DELETE",
        url: (id) => `/api/v1/classes/${draft.id}/sessions/${id}`,
        own: draft.sessionIds[0] ?? "",
        others: foreign.sessionIds[0] ?? "",
      };
    },
    "roster.import classId": async () => {
      const { draft, foreign } = await sessions();
      return {
        who: clerk,
        url: (classId) => `/api/v1/roster-imports?classId=${classId}`,
        file: { name: "花名册.csv", content: "姓名,身份证号\n王小明,320682199001011234\n" },
        own: draft.id,
        others: foreign.id,
      };
    },
    "claims.file fileId": async () => {
      const own = await claimWith(learner, person.id);
      const others = await claimWith(theirs.learner, theirs.personId);
      const url = (id: string) => `/api/v1/claims/${own.id}/files/${id}`;
      return { who: learner, method: "GET", url, own: own.fileId, others: others.fileId };
    },
    "lessons.quiz enrolmentId": async () => {
      const training = await aClass(app, { organisationId: school, sessions: 0 });
      const own = await anEnrolment(app, training.id, person.id);
      const classmate = await anEnrolment(app, training.id, (await aPerson(app)).id);
      const { id } = await aLesson(app, { organisationId: school, classId: training.id, kind: "quiz", quiz: QUIZ });
      const url = (enrolmentId: string) => `/api/v1/lessons/${id}/quiz?enrolmentId=${enrolmentId}`;
      return { who: learner, method: "GET", url, own, others: classmate };
    },
  };
};
