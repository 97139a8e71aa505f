import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { civilDate } from "@jinengtong/standards";
import { aPerson, createTestApp, enteredByTwo, type TestApp, type TestClient } from "../../test/index.ts";
import { transitionsOf } from "../../kernel/states.ts";
import { factsAt, groupsAt } from "../fact/facts-at.ts";
import { groupStates } from "./group-states.ts";

let app: TestApp;
let person: { id: string };
let learner: TestClient;
let reviewer: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T01:00:00Z" });
  reviewer = await app.as("reviewer");
});
afterAll(() => app.close());
beforeEach(async () => {
  person = await aPerson(app);
  learner = await app.as("learner", { personId: person.id });
});

const card = {
  code: "registered-unemployed",
  validFrom: "2020-01-01",
  note: "就业创业证 3206820000000001，如皋市人社局",
};
const declare = (more: Record<string, unknown> = {}) =>
  learner.post<{ id: string }>("/api/v1/me/groups", { ...card, ...more });
const decide = (id: string, body: Record<string, unknown>, who = reviewer) =>
  who.post(`/api/v1/person-groups/${id}/decision`, body);
const held = async (date: string) =>
  (await groupsAt(app.services.database, [person.id], civilDate(date))).get(person.id) ?? [];

interface Task {
  rows: { id: string; person: { name: string }; label: string; waitingDays: number; stateLabel: string }[];
  nextCursor: string | null;
}

const sorted = (pairs: [string, string][]) => pairs.map((pair) => pair.join(">")).toSorted();

test("the code and the database hold the same moves", async () => {
  const rows = await app.services.database
    .selectFrom("state_transition")
    .select(["from_state", "to_state"])
    .where("machine", "=", groupStates.machine)
    .execute();
  expect(sorted(rows.map((row) => [row.from_state, row.to_state]))).toEqual(sorted(transitionsOf(groupStates)));
});

describe("a declared group", () => {
  test("counts once it is confirmed, for the days it holds, and the person is told", async () => {
    const { id } = (await declare({ validTo: "2020-12-31" })).body;
    expect(await held("2020-06-01")).toEqual([]);
    expect((await decide(id, { verdict: "confirmed" })).status).toBe(200);
    expect(await held("2020-06-01")).toEqual(["registered-unemployed"]);
    expect(await held("2021-01-01")).toEqual([]);
    expect((await factsAt(app.services.database, person.id, civilDate("2020-06-01"))).person).toMatchObject({
      birthDate: "1975-03-02",
      groups: ["registered-unemployed"],
    });
    const inbox = await learner.get<{ rows: { text: string }[] }>("/api/v1/me/messages");
    expect(inbox.body.rows[0]?.text).toContain("登记失业人员");
  });

  test("rejected says why, and may be declared again", async () => {
    const { id } = (await declare()).body;
    expect((await decide(id, { verdict: "rejected" })).body.errors?.[0]?.pointer).toBe("/reason");
    expect((await decide(id, { verdict: "rejected", reason: "证件已过期" })).status).toBe(200);
    const record = await learner.get<{ groups: { stateLabel: string; reason: string }[] }>("/api/v1/me/record");
    expect(record.body.groups[0]).toMatchObject({ stateLabel: "未通过", reason: "证件已过期" });
    expect((await declare()).status).toBe(200);
  });

  test("is decided once: of two officers at once one is told so", async () => {
    const { id } = (await declare()).body;
    const other = await app.as("reviewer");
    const answers = await Promise.all([
      decide(id, { verdict: "confirmed" }),
      decide(id, { verdict: "rejected", reason: "材料不清" }, other),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 409]);
    expect(answers.find((answer) => answer.status === 409)?.body.code).toBe("person-group-state");
  });

  test("is withdrawn only before it is decided, and only by its person", async () => {
    const { id } = (await declare()).body;
    const stranger = await app.as("learner", { personId: (await aPerson(app)).id });
    expect((await stranger.post(`/api/v1/person-groups/${id}/withdrawal`)).status).toBe(403);
    expect((await learner.post(`/api/v1/person-groups/${id}/withdrawal`)).status).toBe(200);
    expect((await decide(id, { verdict: "confirmed" })).status).toBe(409);
  });

  test("that overlaps one of the same kind is refused", async () => {
    await declare();
    const again = await declare({ validFrom: "2020-02-01" });
    expect([again.status, again.body.code]).toEqual([409, "group-overlaps"]);
  });

  test.each([
    ["nothing to show", { note: null }, "/evidenceFileId"],
    ["an end before the beginning", { validTo: "2019-12-31" }, "/validTo"],
    ["an unknown group", { code: "rich" }, "/code"],
    ["somebody else's evidence", { evidenceFileId: "00000000-0000-4000-8000-000000000000" }, "/evidenceFileId"],
  ])("with %s is refused", async (_what, change, pointer) => {
    const refused = await declare(change);
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  test("of another county is neither listed nor decided", async () => {
    const { id } = (await declare()).body;
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await elsewhere.get<Task>("/api/v1/person-groups")).body.rows).toEqual([]);
    expect((await decide(id, { verdict: "confirmed" }, elsewhere)).status).toBe(403);
  });
});

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const upload = (content: Buffer, name: string) =>
  learner.inject({
    method: "POST",
    url: "/api/v1/me/evidence",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    payload: Buffer.concat([
      Buffer.from(
        `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`,
      ),
      content,
      Buffer.from("\r\n--x--\r\n"),
    ]),
  });

describe("evidence", () => {
  test("is uploaded, named by the declaration, and seen by the officer of the region only", async () => {
    const evidenceFileId = (await upload(PNG, "证.png")).json().id;
    const { id } = (await declare({ evidenceFileId })).body;
    const seen = await reviewer.inject({ url: `/api/v1/person-groups/${id}/evidence` });
    expect([seen.statusCode, seen.headers["content-type"], seen.rawPayload.equals(PNG)]).toEqual([
      200,
      "image/png",
      true,
    ]);
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await elsewhere.get(`/api/v1/person-groups/${id}/evidence`)).status).toBe(403);
  });

  test("that is no picture, whatever it is called, is refused", async () => {
    const refused = await upload(Buffer.from("<script>alert(1)</script>"), "证.png");
    expect([refused.statusCode, refused.json().code]).toEqual([415, "upload-type-refused"]);
  });
});

describe("the work list", () => {
  test("puts the longest waiting first, pages without a gap, and comes as a workbook", async () => {
    const own = await createTestApp({ now: "2020-03-02T01:00:00Z" });
    for (let day = 2; day <= 6; day += 1) {
      own.setNow(`2020-03-0${day}T01:00:00Z`);
      const declarer = await own.as("learner", {
        personId: (await aPerson(own, { name: `第${"一二三四五六"[day - 1]}人` })).id,
      });
      await declarer.post("/api/v1/me/groups", card);
    }
    const officer = await own.as("reviewer");
    const names: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { body: Task } = await officer.get(
        `/api/v1/person-groups?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`,
      );
      names.push(...page.body.rows.map((row) => `${row.person.name} ${row.waitingDays}`));
      cursor = page.body.nextCursor;
    }
    expect(names).toEqual(["第二人 4", "第三人 3", "第四人 2", "第五人 1", "第六人 0"]);
    const sheet = await officer.inject({ url: "/api/v1/person-groups/export" });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
    await own.close();
  });
});

describe("a group from an office's own register", () => {
  test("counts once a second officer confirmed it; ended, it still counts for the days before", async () => {
    const entered = await enteredByTwo(reviewer, await app.as("reviewer"), person.id, "groups", {
      code: "hard-to-employ",
      validFrom: "2020-01-01",
      note: "就业困难人员认定系统",
    });
    expect(entered.status).toBe(200);
    const end = (lastDay: string) =>
      reviewer.post(`/api/v1/person-groups/${entered.body.id}/ending`, { lastDay, reason: "已稳定就业" });
    expect((await end("2019-12-31")).body.code).toBe("dates-out-of-order");
    expect((await end("2020-02-29")).status).toBe(200);
    expect([await held("2020-02-29"), await held("2020-03-01")]).toEqual([["hard-to-employ"], []]);
    expect((await end("2020-02-01")).status).toBe(409);
  });
});

test("the database refuses that one account declares and decides", async () => {
  const { id } = (await declare()).body;
  const update = app.services.database
    .updateTable("person_group")
    .set({ decided_by: learner.accountId })
    .where("id", "=", id)
    .execute();
  await expect(update).rejects.toMatchObject({ constraint: "person_group_check1" });
});
