import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../../kernel/database.ts";
import {
  aClass,
  aConfirmedClaim,
  anEnrolment,
  anOrganisation,
  aPerson,
  aSource,
  aTrainingPlace,
  createTestApp,
  type TestApp,
  type TestClient,
  upload,
} from "../../test/index.ts";

let app: TestApp;
let officer: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  officer = await app.as("reviewer");
});
afterAll(() => app.close());

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const WHY = { reason: "检查发现三个班次考勤不实，限期整改", basis: "《责令整改通知书》示人社〔2020〕12 号" };

async function evidence(organisationId: string, by = officer): Promise<string> {
  const sent = await upload<{ id: string }>(by, `/api/v1/organisations/${organisationId}/evidence`, {
    name: "整改通知书.pdf",
    content: PDF,
  });
  expect(sent.status).toBe(200);
  return sent.body.id;
}
const order = (id: string, body: object, by = officer) => by.post(`/api/v1/organisations/${id}/orders`, body);
async function suspend(id: string): Promise<void> {
  const answer = await order(id, { to: "suspended", ...WHY, evidenceFileIds: [await evidence(id)] });
  expect(answer.status).toBe(200);
}

describe("an order on an organisation", () => {
  it("needs a reason, a basis and a paper, and is the region's bureau's alone", async () => {
    const id = await anOrganisation(app);
    const file = await evidence(id);
    expect((await order(id, { to: "suspended", ...WHY })).body.errors?.[0]?.pointer).toBe("/evidenceFileIds");
    expect((await order(id, { to: "suspended", ...WHY, reason: "", evidenceFileIds: [file] })).status).toBe(422);
    const foreign = await evidence(await anOrganisation(app));
    expect((await order(id, { to: "suspended", ...WHY, evidenceFileIds: [foreign] })).body.code).toBe(
      "evidence-unknown",
    );
    const clerk = await app.as("institution", { organisationId: id });
    const body = { to: "suspended", ...WHY, evidenceFileIds: [file] };
    expect((await order(id, body, clerk)).status).toBe(403);
    expect((await order(id, body, await app.as("reviewer", { region: "320681" }))).status).toBe(403);
    expect((await order(id, body)).status).toBe(200);
  });

  it("moves along the table of states only, and leaves its history with the papers", async () => {
    const id = await anOrganisation(app);
    await suspend(id);
    const again = await order(id, { to: "suspended", ...WHY, evidenceFileIds: [await evidence(id)] });
    expect([again.status, again.body.code]).toEqual([409, "organisation-state"]);
    expect((await order(id, { to: "active", reason: "整改验收合格", basis: "《整改验收意见》第 3 号" })).status).toBe(
      200,
    );
    const exit = { to: "exited", reason: "自愿终止办学", basis: "单位申请书 2020-06-15" };
    expect((await order(id, { ...exit, evidenceFileIds: [await evidence(id)] })).status).toBe(200);
    await expect(
      sql`update organisation set state = 'suspended' where id = ${id}`.execute(app.services.database),
    ).rejects.toMatchObject({ code: "JN002" });
    const clerk = await app.as("institution", { organisationId: id });
    const { body } = await clerk.get<{ rows: { toLabel: string; reason: string; files: { id: string }[] }[] }>(
      `/api/v1/organisations/${id}/orders`,
    );
    expect(body.rows.map((row) => row.toLabel)).toEqual(["已退出", "正常", "暂停"]);
    const file = body.rows[2]?.files[0]?.id ?? "";
    const paper = await clerk.inject({ url: `/api/v1/organisations/${id}/evidence/${file}` });
    expect([paper.statusCode, paper.headers["content-type"]]).toEqual([200, "application/pdf"]);
    const other = await app.as("institution", { organisationId: await anOrganisation(app) });
    expect((await other.get(`/api/v1/organisations/${id}/orders`)).status).toBe(403);
    await expect(sql`delete from organisation_order`.execute(app.services.database)).rejects.toMatchObject({
      code: "42501",
    });
  });
});

describe("while it is suspended", () => {
  it("no class is filed or approved, and the refusal says since when, why, and what goes on", async () => {
    const id = await anOrganisation(app);
    const clerk = await app.as("institution", { organisationId: id });
    const filed = await aClass(app, { organisationId: id, state: "submitted" });
    await suspend(id);
    const refused = await clerk.post(`/api/v1/classes/${filed.id}/submission`);
    expect(refused.body.code).toBe("organisation-suspended");
    expect(refused.body.detail).toContain(
      "自 2020-06-15 起被暂停（检查发现三个班次考勤不实，限期整改），不能提交开班申请",
    );
    expect(refused.body.detail).toContain("已开的班照常上课");
    const approval = await officer.post(`/api/v1/classes/${filed.id}/decision`, { verdict: "approve" });
    expect(approval.body.code).toBe("organisation-suspended");
    expect(
      (await officer.post(`/api/v1/classes/${filed.id}/decision`, { verdict: "return", reason: "单位已暂停" })).status,
    ).toBe(200);
    await expect(aClass(app, { organisationId: id })).rejects.toMatchObject({ constraint: "organisation_is_active" });
  });

  it("nobody is enrolled and its open classes are not offered, but a class under way goes on", async () => {
    const id = await anOrganisation(app);
    const open = await aClass(app, { organisationId: id, state: "approved", startsOn: "2020-07-01" });
    const running = await aClass(app, { organisationId: id, state: "running", startsOn: "2020-06-10" });
    await anEnrolment(app, running.id, (await aPerson(app)).id);
    await suspend(id);
    const learner = await app.as("learner", { personId: (await aPerson(app)).id });
    await sql`update training_class set open_enrolment = true where id = ${open.id}`.execute(app.services.database);
    const refused = await learner.post(`/api/v1/classes/${open.id}/enrolments`, { groupCode: null });
    expect([refused.status, refused.body.code]).toEqual([409, "organisation-suspended"]);
    await expect(anEnrolment(app, open.id, (await aPerson(app)).id)).rejects.toMatchObject({
      constraint: "organisation_is_active",
    });
    const offered = await app.anonymous.get<{ rows: { id: string }[] }>("/api/v1/open-classes?limit=200");
    const ids = offered.body.rows.map((row) => row.id);
    expect([ids.includes(open.id), ids.includes(running.id)]).toEqual([false, true]);
    await sql`update training_class set state = 'completed' where id = ${running.id}`.execute(app.services.database);
  });

  it("claims nothing new; a person's own claim from its class goes on", async () => {
    await aSource(app);
    const place = await aTrainingPlace(app);
    const { organisation_id: id } = await app.services.database
      .selectFrom("training_class")
      .select("organisation_id")
      .where("id", "=", place.classId)
      .executeTakeFirstOrThrow();
    const own = await aConfirmedClaim(app, place);
    await suspend(id);
    expect((await officer.post(`/api/v1/claims/${own.claim.id}/first-review`, { verdict: "pass" })).status).toBe(200);
    const copy = sql`
      insert into claim (number, policy_id, benefit, applied_on, organisation_id, payee_kind, region, town, state, submitted_by)
      select ${randomUUID()}, policy_id, 'order-class', applied_on, ${id}, 'organisation', region, town, 'submitted', submitted_by
      from claim where id = ${own.claim.id}`;
    await expect(copy.execute(app.services.database)).rejects.toMatchObject({ constraint: "organisation_is_active" });
    await order(id, { to: "active", reason: "整改验收合格", basis: "《整改验收意见》第 4 号" });
    await copy.execute(app.services.database);
  });

  it("at the same moment as an enrolment: either the seat was taken first, or it is refused", async () => {
    const id = await anOrganisation(app);
    const { id: classId } = await aClass(app, { organisationId: id, state: "approved", startsOn: "2020-07-01" });
    await sql`update training_class set open_enrolment = true where id = ${classId}`.execute(app.services.database);
    const learners = [];
    for (let n = 0; n < 8; n += 1) learners.push(await app.as("learner", { personId: (await aPerson(app)).id }));
    const file = await evidence(id);
    const [done, ...answers] = await Promise.all([
      order(id, { to: "suspended", ...WHY, evidenceFileIds: [file] }),
      ...learners.map((learner) => learner.post(`/api/v1/classes/${classId}/enrolments`, { groupCode: null })),
    ]);
    expect(done.status).toBe(200);
    const seated = answers.filter((answer) => answer.status === 200).length;
    const { rows } = await sql<{
      n: number;
    }>`select count(*)::int as n from enrolment where class_id = ${classId}`.execute(app.services.database);
    expect(rows[0]?.n).toBe(seated);
    for (const answer of answers.filter((one) => one.status !== 200))
      expect(answer.body.code).toBe("organisation-suspended");
  });
});
