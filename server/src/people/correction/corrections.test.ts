import { civilDate } from "@jinengtong/standards";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  aFact,
  aPerson,
  createTestApp,
  enteredByTwo,
  type TestApp,
  type TestClient,
  upload,
} from "../../test/index.ts";
import { factsAt } from "../fact/facts-at.ts";

let app: TestApp;
let person: { id: string };
let learner: TestClient;
let reviewer: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-02T01:00:00Z" });
  reviewer = await app.as("reviewer");
});
afterAll(() => app.close());
beforeEach(async () => {
  person = await aPerson(app);
  learner = await app.as("learner", { personId: person.id });
});

const insurance = (pensionMonths: number) => ({ asOf: "2020-06-01", pensionMonths, pensionPaidNow: true });
const ask = (body: object) => learner.post<{ id: string }>("/api/v1/me/corrections", body);
const decide = (id: string, body: object, who = reviewer) =>
  who.post<{ factId: string | null }>(`/api/v1/fact-corrections/${id}/decision`, body);
const record = async () =>
  (
    await learner.get<{ facts: { id: string; kind: string; replaces: string | null; replacedBy: string | null }[] }>(
      "/api/v1/me/record",
    )
  ).body.facts;
const mine = async () =>
  (
    await learner.get<{ rows: { id: string; stateLabel: string; label: string; answer: string | null }[] }>(
      "/api/v1/me/corrections",
    )
  ).body.rows;

async function aWrongFact() {
  await aFact(app, person.id, "insurance", insurance(5));
  return (await record())[0]?.id ?? "";
}

describe("a wish to have a fact set right", () => {
  test("accepted adds a new fact beside the old one, tells the person, and counts from then on", async () => {
    const factId = await aWrongFact();
    const photo = await upload<{ id: string }>(learner, "/api/v1/me/evidence", {
      name: "缴费证明.png",
      content: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    });
    const { id } = (
      await ask({ about: "insurance", factId, wish: "养老保险应为 15 个月", evidenceFileId: photo.body.id })
    ).body;
    const waiting = await reviewer.get<{
      rows: { id: string; recorded: object; person: object; hasEvidence: boolean }[];
    }>("/api/v1/fact-corrections");
    expect(waiting.body.rows.find((row) => row.id === id)).toMatchObject({
      hasEvidence: true,
      recorded: { kind: "insurance", current: true },
      waitingDays: 0,
    });
    expect((await reviewer.get(`/api/v1/fact-corrections/${id}/evidence`)).status).toBe(200);
    const answer = { verdict: "accepted", answer: "经查社保系统，应为 15 个月" };
    expect((await decide(id, answer)).body).toMatchObject({ code: "correction-incomplete" });
    const decided = await decide(id, {
      ...answer,
      fact: { kind: "insurance", value: insurance(15) },
      source: "社保系统 2020-06-02 查询",
    });
    expect(decided.status).toBe(200);
    expect(await record()).toMatchObject([
      { id: decided.body.factId, replaces: factId, replacedBy: null },
      { id: factId, replacedBy: decided.body.factId },
    ]);
    expect((await factsAt(app.services.database, person.id, civilDate("2020-06-02"))).insurance?.pensionMonths).toBe(
      15,
    );
    expect(await mine()).toMatchObject([{ stateLabel: "已更正", label: "社会保险", answer: answer.answer }]);
    const inbox = await learner.get<{ rows: { text: string }[] }>("/api/v1/me/messages");
    expect(inbox.body.rows[0]?.text).toContain("已经更正");
  });

  test("declined changes nothing, says why, and may be asked again", async () => {
    const factId = await aWrongFact();
    const wish = { about: "insurance", factId, wish: "少算了十个月" };
    const { id } = (await ask(wish)).body;
    expect((await ask(wish)).body.code).toBe("correction-asked-already");
    expect((await decide(id, { verdict: "declined", answer: "系统记录与缴费单一致" })).status).toBe(200);
    expect(await record()).toMatchObject([{ id: factId, replacedBy: null }]);
    expect((await mine())[0]).toMatchObject({ stateLabel: "未更正", answer: "系统记录与缴费单一致" });
    expect((await decide(id, { verdict: "declined", answer: "再次答复一下" })).body.code).toBe("fact-correction-state");
    expect((await ask(wish)).status).toBe(200);
  });

  test("may ask for what is missing, and be taken back", async () => {
    const { id } = (await ask({ about: "degree", wish: "2020 年 5 月取得大专学历，没有登记" })).body;
    expect((await learner.post(`/api/v1/fact-corrections/${id}/withdrawal`)).status).toBe(200);
    expect((await decide(id, { verdict: "declined", answer: "已撤回的不能答复" })).body.code).toBe(
      "fact-correction-state",
    );
    const again = (await ask({ about: "degree", wish: "2020 年 5 月取得大专学历，没有登记" })).body;
    const decided = await decide(again.id, {
      verdict: "accepted",
      answer: "学信网核验相符",
      fact: { kind: "degree", value: { level: "college", obtainedOn: "2020-05-30" } },
      source: "学信网 2020-06-02 查询",
    });
    expect(decided.status).toBe(200);
    expect(await record()).toMatchObject([{ kind: "degree", replaces: null }]);
  });

  test("about the name is answered with the right one, about a group with its last day", async () => {
    const { id } = (await ask({ about: "name", wish: "名字写成了同音字" })).body;
    const answer = "核对身份证原件";
    const department = await app.as("department");
    expect((await decide(id, { verdict: "accepted", answer, name: "张小丽" }, department)).body.code).toBe(
      "name-by-reviewer",
    );
    expect((await decide(id, { verdict: "accepted", answer, name: "张小丽" })).status).toBe(200);
    const shown = await learner.get<{ person: { name: string } }>("/api/v1/me/record");
    expect(shown.body.person.name).toBe("张小丽");

    const group = await enteredByTwo(reviewer, await app.as("reviewer"), person.id, "groups", {
      code: "registered-unemployed",
      validFrom: "2020-01-01",
      note: "名册登记",
    });
    expect(group.status).toBe(200);
    const asked = (await ask({ about: "group", groupId: group.body.id, wish: "五月已经就业，不再失业" })).body;
    expect((await decide(asked.id, { verdict: "accepted", answer: "已就业", lastDay: "2019-05-01" })).status).toBe(422);
    expect(
      (await decide(asked.id, { verdict: "accepted", answer: "经查已于五月就业", lastDay: "2020-05-10" })).status,
    ).toBe(200);
    const after = await learner.get<{ groups: { validTo: string; state: string }[] }>("/api/v1/me/record");
    expect(after.body.groups).toMatchObject([{ validTo: "2020-05-10", state: "ended" }]);
  });
});

describe("is refused", () => {
  test("about a record of somebody else, of another kind, or corrected already", async () => {
    const factId = await aWrongFact();
    expect((await ask({ about: "degree", factId, wish: "不是这一类" })).body.code).toBe("record-unknown");
    const other = await aPerson(app);
    await aFact(app, other.id, "insurance", insurance(3));
    const foreign = await app.services.database
      .selectFrom("person_fact")
      .select("id")
      .where("person_id", "=", other.id)
      .executeTakeFirstOrThrow();
    expect((await ask({ about: "insurance", factId: foreign.id, wish: "别人的记录" })).body.code).toBe(
      "record-unknown",
    );
    await enteredByTwo(reviewer, await app.as("reviewer"), person.id, "facts", {
      fact: { kind: "insurance", value: insurance(6) },
      source: "社保系统查询",
      replaces: factId,
      reason: "系统更新",
    });
    expect((await ask({ about: "insurance", factId, wish: "旧的记录" })).body.code).toBe("fact-replaced");
  });

  test("to be read or answered in another county, or with another's photo", async () => {
    const { id } = (await ask({ about: "name", wish: "名字写错了" })).body;
    const elsewhere = await app.as("reviewer", { region: "320681" });
    expect((await decide(id, { verdict: "declined", answer: "不归这里管" }, elsewhere)).status).toBe(403);
    const other = await app.as("learner", { personId: (await aPerson(app)).id });
    expect((await other.post(`/api/v1/fact-corrections/${id}/withdrawal`)).status).toBe(403);
    const photo = await upload<{ id: string }>(other, "/api/v1/me/evidence", {
      name: "a.png",
      content: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
    });
    expect((await ask({ about: "employment", wish: "没有登记就业", evidenceFileId: photo.body.id })).body.code).toBe(
      "evidence-unknown",
    );
  });
});
