import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { describe, expect, it } from "vitest";
import { aPerson } from "../../test/index.ts";
import { importDesk } from "../../test/import-desk.ts";

const desk = importDesk();
const { send, handIn, confirm, rowsOf, imported, groupsOn, factsOn } = desk;

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
];

describe("a register in its office's own words", () => {
  it.each(REGISTERS)("%s under %s is known to a case", async (subject, heading, cells, known) => {
    const { id, citizenId } = await aPerson(desk.app, { name: "王小明" });
    const done = await imported(subject, `导出清单\n姓名,社会保障号码,${heading}\n王小明,${citizenId},${cells}\n`);
    expect(done).toMatchObject({ added: 1, faulty: 0 });
    expect(await factsOn(id)).toMatchObject(known);
  });

  it.each(["registered-unemployed", "registered-poor", "minimum-living", "disabled", "veteran"])(
    "members of %s belong to it from their day on",
    async (code) => {
      const { id, citizenId } = await aPerson(desk.app, { name: "王小明" });
      await imported(`group:${code}`, `姓名,身份证号,认定日期,证号\n王小明,${citizenId},2020-02-01,3206820001\n`);
      expect(await groupsOn(id, "2020-01-31")).toEqual([]);
      expect(await groupsOn(id)).toEqual([code]);
    },
  );

  it("a person who isn't known yet is entered, so that a later roster finds the facts", async () => {
    const number = makeCitizenId("320682", civilDate("1988-08-08"), 77);
    await imported("group:veteran", `姓名,身份证号,退役日期\n新来人,${number},2019-12-01\n`);
    const found = await desk.app.services.database
      .selectFrom("person")
      .select("id")
      .where("name", "=", "新来人")
      .executeTakeFirstOrThrow();
    expect(await groupsOn(found.id)).toEqual(["veteran"]);
  });
});

describe("a list with faults", () => {
  it("names every fault at its row, every remark and every column that was not read", async () => {
    const one = await aPerson(desk.app, { name: "李一" });
    const two = await aPerson(desk.app, { name: "李二" });
    const three = await aPerson(desk.app, { name: "李三" });
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
    const { citizenId } = await aPerson(desk.app, { name: "李五" });
    const { body } = await send(
      "fact:pension",
      `姓名,身份证号,是否领取,查询日期\n李五,${citizenId},是,2020-03-01\n李五,${citizenId},否,2020-03-01\n`,
    );
    expect((await rowsOf(body.id, "&outcome=fault")).map((row) => row.findings[0]?.code)).toEqual(["person-twice"]);
  });

  it("benefit periods of one person in several rows make one fact", async () => {
    const { id, citizenId } = await aPerson(desk.app, { name: "李六" });
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
