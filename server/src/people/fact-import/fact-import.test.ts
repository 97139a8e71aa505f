import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrganisation, aPerson, createTestApp, upload, type TestApp, type TestClient } from "../../test/index.ts";
import { factsAt, groupsAt } from "../fact/facts-at.ts";
import type { ImportShown } from "./import-view.ts";
import type { z } from "zod";

type Import = z.output<typeof ImportShown>;
interface Rows {
  rows: { rowNumber: number; outcome: string; findings: { column: string; code: string; sentence: string }[] }[];
}

let app: TestApp;
let clerk: TestClient;
let second: TestClient;
let admin: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-03-02T01:00:00Z" });
  clerk = await app.as("reviewer");
  second = await app.as("reviewer");
  admin = await app.as("admin");
});
afterAll(() => app.close());

const SOURCE = encodeURIComponent("失业登记系统 2020-03-01 导出");
const send = (subject: string, rows: string, who = clerk) =>
  upload<Import>(who, `/api/v1/fact-imports?subject=${subject}&source=${SOURCE}`, { name: "名册.csv", content: rows });
const rowsOf = async (id: string, query = "") =>
  (await clerk.get<Rows>(`/api/v1/fact-imports/${id}/rows?limit=200${query}`)).body.rows;
const handIn = (id: string, rows: "all" | "good" = "all", who = clerk) =>
  who.post<Import>(`/api/v1/fact-imports/${id}/submission`, { rows });
const confirm = (id: string, who = second) => who.post<Import>(`/api/v1/fact-imports/${id}/confirmation`);

/** Sends, hands in and confirms a list. */
async function imported(subject: string, rows: string): Promise<Import> {
  const { body } = await send(subject, rows);
  expect(body.refused).toBeNull();
  expect((await handIn(body.id, "good")).status).toBe(200);
  const done = await confirm(body.id);
  expect(done.body).toMatchObject({ state: "applied" });
  return done.body;
}
const groupsOn = async (personId: string, date = "2020-03-02") =>
  (await groupsAt(app.services.database, [personId], civilDate(date))).get(personId) ?? [];
const factsOn = (personId: string, date = "2020-03-02") => factsAt(app.services.database, personId, civilDate(date));

/** A register with the heading and value that its office's own system prints, and what a case then says. */
const REGISTERS: [subject: string, heading: string, cells: string, known: object][] = [
  ["fact:pension", "领取状态,查询日期", "未领取,2020/3/1", { person: { monthlyPension: false } }],
  ["fact:pension", "是否按月领取养老金（必填）,起始日期", "是,20200101", { person: { monthlyPension: true } }],
  ["fact:employment", "就业状态,登记日期", "失业,2020.1.1", { employment: { employed: false } }],
  [
    "fact:employment",
    "是否在职,就业日期,合同期（月）",
    "是,2020年1月1日,24个月",
    { employment: { employed: true, contractMonths: 24 } },
  ],
  [
    "fact:insurance",
    "截止日期,失业保险累计月数,缴费状态",
    "2020-02-29,３６,参保缴费",
    { insurance: { unemploymentMonths: 36, pensionPaidNow: true } },
  ],
  [
    "fact:unemployment-benefit",
    "查询日期,享受开始日期,享受结束日期",
    "2020-02-29,2019-10-01,2019-12-31",
    { person: { unemploymentBenefit: [{ from: "2019-10-01", to: "2019-12-31" }] } },
  ],
  ["fact:degree", "学历层次,毕业时间", "大专,2018-06-30", { degree: { level: "college", obtainedOn: "2018-06-30" } }],
  [
    "fact:degree",
    "学历层次,毕业时间,入学前学历",
    "本科,2019-06-30,大专",
    { degree: { level: "bachelor", obtainedOn: "2019-06-30" }, priorDegree: "college" },
  ],
  ["fact:degree", "学历层次,毕业时间,原学历", "大专,2019-06-30,初中", { priorDegree: null }],
  ["fact:training-need", "培训意愿,登记日期", "有,2020-01-01", { person: { trainingNeed: true } }],
  [
    "fact:in-place-of",
    "与对方关系,对方人员类别,登记日期",
    "配偶,残疾人、退役军人,2020-01-01",
    { person: { inPlaceOf: { relation: "spouse", groups: ["disabled", "veteran"] } } },
  ],
];

describe("a register in its office's own words", () => {
  it.each(REGISTERS)("%s under %s is known to a case", async (subject, heading, cells, known) => {
    const { id, citizenId } = await aPerson(app, { name: "王小明" });
    const done = await imported(subject, `导出清单\n姓名,社会保障号码,${heading}\n王小明,${citizenId},${cells}\n`);
    expect(done).toMatchObject({ added: 1, faulty: 0 });
    expect(await factsOn(id)).toMatchObject(known);
  });

  it.each(["registered-unemployed", "registered-poor", "minimum-living", "disabled", "veteran"])(
    "members of %s belong to it from their day on",
    async (code) => {
      const { id, citizenId } = await aPerson(app, { name: "王小明" });
      await imported(`group:${code}`, `姓名,身份证号,认定日期,证号\n王小明,${citizenId},2020-02-01,3206820001\n`);
      expect(await groupsOn(id, "2020-01-31")).toEqual([]);
      expect(await groupsOn(id)).toEqual([code]);
    },
  );

  it("a person who isn't known yet is entered, so that a later roster finds the facts", async () => {
    const number = makeCitizenId("320682", civilDate("1988-08-08"), 77);
    await imported("group:veteran", `姓名,身份证号,退役日期\n新来人,${number},2019-12-01\n`);
    const found = await app.services.database
      .selectFrom("person")
      .select("id")
      .where("name", "=", "新来人")
      .executeTakeFirstOrThrow();
    expect(await groupsOn(found.id)).toEqual(["veteran"]);
  });
});

describe("a list with faults", () => {
  it("names every fault at its row, every remark and every column that was not read", async () => {
    const one = await aPerson(app, { name: "李一" });
    const two = await aPerson(app, { name: "李二" });
    const three = await aPerson(app, { name: "李三" });
    const { body } = await send(
      "fact:pension",
      [
        "姓名,身份证号,是否领取养老金,查询日期,户口性质",
        `李一,${one.citizenId},否,2020-03-01,农业`,
        `李一,${one.citizenId},否,2020-03-01,农业`,
        `李二,${two.citizenId},也许,2020-03-01,`,
        `李三改,${three.citizenId},否,2020-03-01,`,
        `李三,${three.citizenId},否,2020-03-03,`,
        `李四,320682199001011234,否,2020-02-30,`,
      ].join("\n"),
    );
    expect(body).toMatchObject({
      state: "ready",
      total: 6,
      added: 1,
      same: 1,
      faulty: 4,
      warned: 1,
      unread: ["户口性质"],
    });
    const rows = await rowsOf(body.id);
    expect(rows.map((row) => [row.rowNumber, row.outcome, ...row.findings.map((finding) => finding.code)])).toEqual([
      [2, "add"],
      [3, "same", "repeated-row"],
      [4, "fault", "yes-no"],
      [5, "fault", "person-name-mismatch"],
      [6, "fault", "day-ahead"],
      [7, "fault", expect.any(String), expect.any(String)],
    ]);
    expect(JSON.stringify(rows)).not.toContain(one.citizenId);
    expect(await rowsOf(body.id, "&outcome=fault")).toHaveLength(4);
    expect((await handIn(body.id, "all")).body.code).toBe("rows-faulty");
    expect((await handIn(body.id, "good")).body.state).toBe("submitted");
    await confirm(body.id);
    expect(await factsOn(one.id)).toMatchObject({ person: { monthlyPension: false } });
    expect((await factsOn(two.id)).person.monthlyPension).toBeUndefined();
  });

  it.each([
    ["without its column", "姓名,身份证号\n李一,320682199001011234\n", "是否按月领取养老金"],
    ["that is empty", "\n", ""],
  ])("a file %s is refused as a whole", async (_what, content, word) => {
    const { body, status } = await send("fact:pension", content);
    expect(status === 200 ? body.refused : JSON.stringify(body)).toContain(word);
  });

  it("one person in two rows that contradict each other is a fault", async () => {
    const { citizenId } = await aPerson(app, { name: "李五" });
    const { body } = await send(
      "fact:pension",
      `姓名,身份证号,是否领取,查询日期\n李五,${citizenId},是,2020-03-01\n李五,${citizenId},否,2020-03-01\n`,
    );
    expect((await rowsOf(body.id, "&outcome=fault")).map((row) => row.findings[0]?.code)).toEqual(["person-twice"]);
  });

  it("benefit periods of one person in several rows make one fact", async () => {
    const { id, citizenId } = await aPerson(app, { name: "李六" });
    const row = (period: string) => `李六,${citizenId},2020-02-29,${period}`;
    await imported(
      "fact:unemployment-benefit",
      [
        "姓名,身份证号,查询日期,享受开始日期,享受结束日期",
        row("2018-01-01,2018-03-31"),
        row("2019-05-01,2019-06-30"),
      ].join("\n"),
    );
    expect((await factsOn(id)).person.unemploymentBenefit).toHaveLength(2);
  });
});

describe("a second officer", () => {
  it("confirms, and only then a fact counts; the sender can't", async () => {
    const { id, citizenId } = await aPerson(app, { name: "赵一" });
    const { body } = await send("group:disabled", `姓名,身份证号,发证日期\n赵一,${citizenId},2019-01-01\n`);
    expect((await confirm(body.id)).body.code).toBe("fact-import-state");
    await handIn(body.id);
    expect(await groupsOn(id)).toEqual([]);
    const own = await confirm(body.id, clerk);
    expect([own.status, own.body.code]).toEqual([403, "confirmed-by-sender"]);
    expect((await confirm(body.id)).body).toMatchObject({ state: "applied", added: 1 });
    expect(await groupsOn(id)).toEqual(["disabled"]);
    expect((await confirm(body.id)).status).toBe(409);
  });

  it("drops what is wrong, and nothing of it ever counts", async () => {
    const { id, citizenId } = await aPerson(app, { name: "赵二" });
    const { body } = await send("group:disabled", `姓名,身份证号,发证日期\n赵二,${citizenId},2019-01-01\n`);
    await handIn(body.id);
    expect((await second.post(`/api/v1/fact-imports/${body.id}/discarding`, { reason: "日期不对" })).status).toBe(200);
    expect((await confirm(body.id)).status).toBe(409);
    expect(await groupsOn(id)).toEqual([]);
  });

  it("all rows or none: a row that became wrong meanwhile stops the whole list", async () => {
    const one = await aPerson(app, { name: "孙一" });
    const two = await aPerson(app, { name: "孙二" });
    const { body } = await send(
      "group:veteran",
      `姓名,身份证号,退役日期\n孙一,${one.citizenId},2019-01-01\n孙二,${two.citizenId},2019-01-01\n`,
    );
    await handIn(body.id, "all");
    await app.services.database.updateTable("person").set({ name: "孙改名" }).where("id", "=", two.id).execute();
    expect((await confirm(body.id)).body).toMatchObject({ state: "ready", faulty: 1, confirmedBy: null });
    expect(await groupsOn(one.id)).toEqual([]);
  });
});

describe("a later list", () => {
  it("that says the same changes nothing; another value corrects, and the old one stays readable", async () => {
    const { id, citizenId } = await aPerson(app, { name: "周一" });
    const list = (word: string) => `姓名,身份证号,是否领取,查询日期\n周一,${citizenId},${word},2020-03-01\n`;
    await imported("fact:pension", list("是"));
    const again = await send("fact:pension", list("是"));
    expect(again.body).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect((await handIn(again.body.id)).body.code).toBe("nothing-to-import");
    expect(await imported("fact:pension", list("否"))).toMatchObject({ changed: 1 });
    expect((await factsOn(id)).person.monthlyPension).toBe(false);
    const kept = await app.services.database
      .selectFrom("person_fact")
      .select("id")
      .where("person_id", "=", id)
      .execute();
    expect(kept).toHaveLength(2);
  });

  it.each([
    ["ends a group earlier", "2020-02-01", "2020-02-15", { "2020-02-10": true, "2020-03-02": false }],
    ["prolongs it", "2020-01-01", "2021-12-31", { "2020-02-10": true, "2021-06-01": true }],
  ])("%s", async (_what, from, to, days) => {
    const { id, citizenId } = await aPerson(app, { name: "周二" });
    const list = (a: string, b: string) => `姓名,身份证号,认定日期,有效期至\n周二,${citizenId},${a},${b}\n`;
    await imported("group:minimum-living", list("2020-01-01", "2020-12-31"));
    expect(await imported("group:minimum-living", list(from, to))).toMatchObject({ changed: 1 });
    for (const [day, held] of Object.entries(days))
      expect([day, (await groupsOn(id, day)).length === 1]).toEqual([day, held]);
  });

  it("confirms what a person declared, and the person is told", async () => {
    const { id, citizenId } = await aPerson(app, { name: "周三" });
    const learner = await app.as("learner", { personId: id });
    await learner.post("/api/v1/me/groups", {
      code: "veteran",
      validFrom: "2019-06-01",
      validTo: null,
      note: "退役证",
    });
    await imported("group:veteran", `姓名,身份证号,退役日期\n周三,${citizenId},2019-06-01\n`);
    expect(await groupsOn(id)).toEqual(["veteran"]);
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select("template")
      .where("person_id", "=", id)
      .execute();
    expect(told.map((row) => row.template)).toContain("group-decided");
  });
});

const undo = (id: string) => clerk.post<Import>(`/api/v1/fact-imports/${id}/undoing`, { reason: "导错了月份的名册" });

describe("taken back", () => {
  it("by a correcting import that a second officer confirms; nothing is erased", async () => {
    const one = await aPerson(app, { name: "吴一" });
    const two = await aPerson(app, { name: "吴二" });
    const list = (first: string, rest: string) =>
      `姓名,身份证号,是否领取,查询日期\n吴一,${one.citizenId},${first},2020-03-01\n${rest}`;
    await imported("fact:pension", list("否", ""));
    const wrong = await imported("fact:pension", list("是", `吴二,${two.citizenId},是,2020-03-01\n`));
    const { body } = await undo(wrong.id);
    expect(body).toMatchObject({ state: "submitted", undoes: wrong.number, total: 2 });
    expect((await undo(wrong.id)).body.code).toBe("undone-already");
    expect((await confirm(body.id, clerk)).body.code).toBe("confirmed-by-sender");
    await confirm(body.id);
    await app.drain();
    expect((await clerk.get<Import>(`/api/v1/fact-imports/${body.id}`)).body).toMatchObject({
      state: "applied",
      changed: 2,
    });
    expect((await factsOn(one.id)).person.monthlyPension).toBe(false);
    expect((await factsOn(two.id)).person.monthlyPension).toBeUndefined();
    expect(
      await app.services.database.selectFrom("person_fact").select("id").where("person_id", "=", one.id).execute(),
    ).toHaveLength(3);
  });

  it("a group never held; one that the list shortened goes on", async () => {
    const { id, citizenId } = await aPerson(app, { name: "吴三" });
    const list = (to: string) => `姓名,身份证号,认定日期,有效期至\n吴三,${citizenId},2020-01-01,${to}\n`;
    const first = await imported("group:minimum-living", list("2020-12-31"));
    const shorter = await imported("group:minimum-living", list("2020-02-15"));
    await confirm((await undo(shorter.id)).body.id);
    await app.drain();
    expect(await groupsOn(id, "2020-06-01")).toEqual(["minimum-living"]);
    await confirm((await undo(first.id)).body.id);
    await app.drain();
    expect(await groupsOn(id, "2020-02-10")).toEqual([]);
  });

  it("leaves what was corrected since then", async () => {
    const { id, citizenId } = await aPerson(app, { name: "吴四" });
    const list = (word: string) => `姓名,身份证号,是否领取,查询日期\n吴四,${citizenId},${word},2020-03-01\n`;
    const first = await imported("fact:pension", list("是"));
    await imported("fact:pension", list("否"));
    const { body } = await undo(first.id);
    await confirm(body.id);
    await app.drain();
    expect((await factsOn(id)).person.monthlyPension).toBe(false);
    expect((await rowsOf(body.id))[0]?.findings[0]?.code).toBe("corrected-since");
  });
});

describe("each register belongs to its office", () => {
  let federation: string;
  let officer: TestClient;
  let colleague: TestClient;
  let stranger: TestClient;
  beforeAll(async () => {
    federation = await anOrganisation(app, { name: "示例县残疾人联合会", kind: "department" });
    const emergency = await anOrganisation(app, { name: "示例县应急管理局", kind: "department" });
    officer = await app.as("department", { organisationId: federation });
    colleague = await app.as("department", { organisationId: federation });
    stranger = await app.as("department", { organisationId: emergency });
    await admin.put("/api/v1/register-keepers/group:severely-disabled", {
      offices: [federation],
      basis: "三定方案",
    });
  });

  it("imports its own list, seen by its own officers alone", async () => {
    const { id, citizenId } = await aPerson(app, { name: "郑一" });
    const { body } = await send(
      "group:severely-disabled",
      `姓名,身份证号,发证日期\n郑一,${citizenId},2019-01-01\n`,
      officer,
    );
    await handIn(body.id, "all", officer);
    expect((await stranger.get(`/api/v1/fact-imports/${body.id}`)).status).toBe(403);
    expect((await confirm(body.id, second)).status).toBe(403);
    expect((await confirm(body.id, colleague)).body.state).toBe("applied");
    expect(await groupsOn(id)).toEqual(["severely-disabled"]);
  });

  const card = { code: "severely-disabled", validFrom: "2020-01-01", validTo: null, note: "残疾证" };
  const DOORS: [
    string,
    (
      who: TestClient,
      person: { id: string; citizenId: string },
    ) => Promise<{ status: number; body: { code?: string } }>,
  ][] = [
    [
      "a list",
      (who, { citizenId }) =>
        send("group:severely-disabled", `姓名,身份证号,发证日期\n郑二,${citizenId},2019-01-01\n`, who),
    ],
    ["one group", (who, { id }) => who.post(`/api/v1/people/${id}/groups`, card)],
    [
      "a declaration",
      async (who, { id }) => {
        const learner = await app.as("learner", { personId: id });
        const declared = await learner.post<{ id: string }>("/api/v1/me/groups", card);
        return who.post(`/api/v1/person-groups/${declared.body.id}/decision`, { verdict: "confirmed" });
      },
    ],
    [
      "the end of a group",
      async (who, { id }) => {
        const entered = await officer.post<{ id: string }>(`/api/v1/people/${id}/groups`, card);
        return who.post(`/api/v1/person-groups/${entered.body.id}/ending`, { lastDay: "2020-02-01", reason: "到期" });
      },
    ],
    [
      "one fact",
      (who, { id }) =>
        who.post(`/api/v1/people/${id}/facts`, {
          fact: { kind: "unemployment-benefit", value: { asOf: "2020-03-01", periods: [] } },
          source: "失业保险系统",
        }),
    ],
  ];
  it.each(DOORS)("another office is refused at the door of %s, with the office that keeps it", async (_door, act) => {
    const answer = await act(stranger, await aPerson(app, { name: "郑二" }));
    expect([answer.status, answer.body.code]).toEqual([403, "not-the-keeper"]);
    expect((answer.body as { detail?: string }).detail).toMatch(/残疾人联合会|人力资源和社会保障局/);
  });

  it("only the administrator says which, who enters nothing", async () => {
    for (const who of [clerk, officer])
      expect(
        (await who.put("/api/v1/register-keepers/group:veteran", { offices: [null], basis: "自己定" })).status,
      ).toBe(403);
    const learned = await officer.get<{ registers: { subject: string; mine: boolean }[] }>("/api/v1/register-keepers");
    expect(learned.body.registers.filter((one) => one.mine).map((one) => one.subject)).toEqual([
      "group:severely-disabled",
    ]);
    expect(
      (
        await admin.put("/api/v1/register-keepers/group:veteran", {
          offices: [await anOrganisation(app)],
          basis: "不是部门",
        })
      ).status,
    ).toBe(422);
  });
});
