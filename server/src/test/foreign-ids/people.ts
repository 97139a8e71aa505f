import { randomUUID } from "node:crypto";
import { aFact, aGroup, anEnrolment, aClass, anOrganisation, aPerson, COUNTY } from "../index.ts";
import { phoneCode } from "../phone.ts";
import { anOffice, ELSEWHERE, paper, REASON, type Tries, type Try } from "./world.ts";

/** Accounts, records of persons, organisations and their papers. */
export const peopleTries: Tries = (world) => {
  const { app, school, clerk, learner, person, reviewer, admin, theirs } = world;
  const evidence = async () => ({
    who: learner,
    own: await paper(learner, "/api/v1/me/evidence"),
    others: await paper(theirs.learner, "/api/v1/me/evidence"),
  });
  const papers = async () => ({
    who: clerk,
    own: await paper(clerk, "/api/v1/papers"),
    others: await paper(theirs.clerk, "/api/v1/papers"),
  });
  const pension = { from: "2019-01-01", to: null, monthlyPension: false };
  const factOf = async (personId: string): Promise<string> => {
    await aFact(app, personId, "pension", pension);
    const rows = await app.services.database
      .selectFrom("person_fact")
      .select("id")
      .where("person_id", "=", personId)
      .where("kind", "=", "pension")
      .execute();
    return rows.at(-1)?.id ?? "";
  };
  const groupOf = async (personId: string): Promise<string> => {
    await aGroup(app, personId, "registered-unemployed");
    const { id } = await app.services.database
      .selectFrom("person_group")
      .select("id")
      .where("person_id", "=", personId)
      .executeTakeFirstOrThrow();
    return id;
  };
  const correction = (field: "factId" | "groupId") => async (): Promise<Try> => {
    const idOf = field === "factId" ? factOf : groupOf;
    const about = field === "factId" ? "pension" : "group";
    return {
      who: learner,
      url: "/api/v1/me/corrections",
      body: (id) => ({ about, [field]: id, wish: "日期应为 2020 年" }),
      own: await idOf(person.id),
      others: await idOf(theirs.personId),
    };
  };
  const ADMISSION = { activity: "training", occupation: "6-31-01-03", level: 4 };
  const admission = (path: "" | "edit" | "papers") => async (): Promise<Try> => {
    const given = await papers();
    if (path === "")
      return { ...given, url: "/api/v1/admissions", body: (id) => ({ ...ADMISSION, evidenceFileIds: [id] }) };
    const asked = { ...ADMISSION, level: path === "edit" ? 3 : 2 };
    const made = await clerk.post<{ id: string }>("/api/v1/admissions", asked);
    const url = `/api/v1/admissions/${made.body.id}`;
    if (path === "edit") return { ...given, method: "PUT", url, body: (id) => ({ ...asked, evidenceFileIds: [id] }) };
    await clerk.post(`${url}/submission`);
    return { ...given, url: `${url}/papers`, body: (id) => ({ evidenceFileIds: [id] }) };
  };
  const substitutionOf = async (personId: string): Promise<string> => {
    const { id: principalId } = await aPerson(app);
    await aGroup(app, principalId, "registered-unemployed");
    const { id } = await app.services.database
      .insertInto("substitution")
      .values({
        person_id: personId,
        principal_id: principalId,
        relation: "spouse",
        proof: "community",
        evidence_file_id: await paper(learner, "/api/v1/me/evidence"),
        valid_from: "2020-01-01",
        valid_to: "2020-12-31",
        declared_by: randomUUID(),
        decided_by: null,
        created_at: new Date(),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  };

  return {
    "accounts.open organisationId": async () => ({
      who: admin,
      url: "/api/v1/accounts",
      body: (organisationId) => ({
        username: `zhang${randomUUID().slice(0, 6)}`,
        name: "张工",
        role: "institution",
        region: COUNTY,
        organisationId,
      }),
      own: school,
      others: await anOffice(app, ELSEWHERE),
    }),
    "tokens.issue accountId": async () => ({
      who: clerk,
      url: "/api/v1/organisation-tokens",
      body: (accountId) => ({ name: "教务系统", scopes: ["exams:write"], accountId }),
      own: clerk.accountId,
      others: theirs.clerk.accountId,
    }),
    "session.startByPhone accountId": async () => {
      // A family of two shares the phone, so the account is asked for; the other one's is nobody of theirs.
      const [one, two] = [await aPerson(app), await aPerson(app)];
      const [own] = await Promise.all([one, two].map(({ id }) => app.as("learner", { personId: id })));
      await app.services.database
        .updateTable("person")
        .set((e) => ({
          phone_hash: e.selectFrom("person as p").select("p.phone_hash").where("p.id", "=", one.id),
        }))
        .where("id", "=", two.id)
        .execute();
      const code = await phoneCode(app, one.phone);
      return {
        who: app.anonymous,
        url: "/api/v1/session/phone",
        body: (accountId) => ({ phone: one.phone, code, accountId }),
        own: own?.accountId ?? "",
        others: theirs.learner.accountId,
      };
    },
    "people.recordFact replaces": async () => ({
      who: reviewer,
      url: `/api/v1/people/${person.id}/facts`,
      body: (replaces) => ({
        fact: { kind: "pension", value: { ...pension, from: "2019-02-01" } },
        source: "社保系统查询",
        replaces,
        reason: REASON,
      }),
      own: await factOf(person.id),
      others: await factOf(theirs.personId),
    }),
    "groups.declare evidenceFileId": async () => ({
      ...(await evidence()),
      url: "/api/v1/me/groups",
      body: (evidenceFileId) => ({ code: "hard-to-employ", validFrom: "2020-01-01", evidenceFileId }),
    }),
    "substitutions.declare evidenceFileId": async () => {
      const relative = await aPerson(app, { name: "李亲属" });
      return {
        ...(await evidence()),
        url: "/api/v1/me/substitutions",
        body: (evidenceFileId) => ({
          principalName: "李亲属",
          principalCitizenId: relative.citizenId,
          relation: "spouse",
          proof: "community",
          evidenceFileId,
          validFrom: "2020-03-02",
          validTo: "2020-12-31",
        }),
      };
    },
    "enrolments.trainInPlace substitutionId": async () => {
      const { id } = await aClass(app, { organisationId: school, startsOn: "2020-03-09" });
      const own = await substitutionOf(person.id);
      const others = await substitutionOf(theirs.personId);
      await app.services.database
        .updateTable("substitution")
        .set({ state: "confirmed", consented_at: new Date(), consent_by: learner.accountId, decided_by: randomUUID() })
        .execute();
      return {
        who: learner,
        method: "PUT",
        url: `/api/v1/enrolments/${await anEnrolment(app, id, person.id)}/substitution`,
        body: (substitutionId) => ({ substitutionId }),
        own,
        others,
      };
    },
    "registerKeepers.set offices[]": async () => ({
      who: admin,
      method: "PUT",
      url: "/api/v1/register-keepers/group:minimum-living",
      body: (office) => ({ offices: [office], basis: "三定方案" }),
      own: await anOffice(app),
      others: await anOffice(app, ELSEWHERE),
    }),
    "corrections.ask factId": correction("factId"),
    "corrections.ask groupId": correction("groupId"),
    "corrections.ask evidenceFileId": async () => ({
      ...(await evidence()),
      url: "/api/v1/me/corrections",
      body: (evidenceFileId) => ({ about: "name", wish: "姓名应为张三", evidenceFileId }),
    }),
    "personJoins.ask keptId": async () => {
      const elsewhere = await aPerson(app, { town: `${ELSEWHERE}001` });
      const [joined, kept] = [await aPerson(app, { name: "同一人" }), await aPerson(app, { name: "同一人" })];
      return {
        who: reviewer,
        url: `/api/v1/people/${joined.id}/joins`,
        body: (keptId) => ({ keptId, reason: REASON }),
        own: kept.id,
        others: elsewhere.id,
      };
    },
    "organisations.order evidenceFileIds[]": async () => {
      const ordered = await anOrganisation(app);
      return {
        who: reviewer,
        url: `/api/v1/organisations/${ordered}/orders`,
        body: (id) => ({ to: "suspended", reason: "检查发现问题", basis: "整改通知书", evidenceFileIds: [id] }),
        own: await paper(reviewer, `/api/v1/organisations/${ordered}/evidence`),
        others: await paper(reviewer, `/api/v1/organisations/${theirs.school}/evidence`),
      };
    },
    "admissions.draft evidenceFileIds[]": admission(""),
    "admissions.edit evidenceFileIds[]": admission("edit"),
    "admissions.supplement evidenceFileIds[]": admission("papers"),
    "declarations.declare evidenceFileId": async () => ({
      ...(await evidence()),
      url: "/api/v1/certificate-declarations",
      body: (evidenceFileId) => ({
        number: "S000132000001205000001",
        kind: "skill-level",
        occupation: "6-31-01-03",
        occupationName: "电工",
        level: 5,
        issuerName: "示例评价机构",
        issuedOn: "2020-03-01",
        evidenceFileId,
      }),
    }),
  };
};
