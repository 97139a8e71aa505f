import { civilDate } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  aCertificate,
  aClaim,
  anEnrolment,
  anOrganisation,
  aPayeeAccount,
  aPerson,
  attended,
  createTestApp,
  type TestApp,
} from "../../test/index.ts";
import { scanForAnomalies } from "../anomaly/scan.ts";
import { RULES } from "./anomaly-rules.ts";
import { first, planter, type School } from "../../test/planted-schools.ts";

let app: TestApp;
let plant: ReturnType<typeof planter>;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-01T10:00:00+08:00" });
  plant = planter(app);
});
afterAll(() => app.close());

/** Somebody on the roster of another class, present in so many of its lessons. */
async function somebodyInClass(lessons: number): Promise<string> {
  const { sessionIds, learners } = await plant.aSchool(1);
  const [{ id, enrolmentId }] = learners as [School["learners"][0]];
  await attended(app, sessionIds.slice(0, lessons), enrolmentId, id);
  return id;
}

/** Each rule with a planted case, an honest look-alike, and the text of its finding. */
const CASES: [rule: string, planted: () => Promise<School>, honest: () => Promise<School>, said: RegExp][] = [
  [
    "shared-phone",
    () => plant.withLearners(["13912345678", "13912345678", "13912345679"]),
    () => plant.withLearners(["13912340001", "13912340002"]),
    /2 名学员共用 1 个手机号/,
  ],
  [
    "class-shares-account",
    async () => plant.accounts(await plant.aSchool(3), () => "6228480010000099999"),
    async () => plant.accounts(await plant.aSchool(3), (n) => `622848001000088888${n}`),
    /3 名学员共用 1 个银行账户/,
  ],
  [
    "shared-device",
    async () => plant.signed(await plant.aSchool(4), { everySeconds: 20, device: "one-phone" }),
    async () => plant.signed(await plant.aSchool(4), { everySeconds: 20 }),
    /最多 4 人/,
  ],
  [
    "shared-employer",
    async () => plant.employed(await plant.aSchool(4), 3, "91320682MA10000390"),
    async () => plant.employed(await plant.aSchool(4), 2, "91320682MA10000390"),
    /3 名学员在 1 家单位就业/,
  ],
  [
    "ineligible-learners",
    async () => {
      const school = await plant.aSchool(4);
      const [pensioner, insured] = first(school, 2) as [School["learners"][0], School["learners"][0]];
      await plant.fact(pensioner.id, "pension", { from: "2019-01-01", to: null, monthlyPension: true });
      await plant.fact(insured.id, "insurance", { asOf: "2020-03-05", pensionPaidNow: true });
      return school;
    },
    async () => {
      const school = await plant.aSchool(2);
      const [left] = first(school, 1) as [School["learners"][0]];
      await plant.fact(left.id, "employment", { from: "2018-01-01", to: "2019-12-31", employed: true });
      return school;
    },
    /2 名学员开班时不属于补贴对象/,
  ],
  [
    "two-places",
    async () => {
      const school = await plant.aSchool(2);
      const away = await plant.aSchool(1);
      const { teacher_person_id: teacher } = await app.services.database
        .selectFrom("class_session")
        .select("teacher_person_id")
        .where("id", "=", school.sessionIds[0] as string)
        .executeTakeFirstOrThrow();
      await attended(app, away.sessionIds.slice(0, 1), await anEnrolment(app, away.classId, teacher), teacher);
      return school;
    },
    () => plant.attending(2),
    /1 节课的授课老师同时在别的班出勤/,
  ],
  [
    "watching-in-class",
    async () => plant.played(await plant.attending(2), (n, beat) => (n * beat) % 3, "2020-03-02T09:00:00+08:00"),
    async () => plant.played(await plant.attending(2), (n, beat) => (n * beat) % 3, "2020-03-02T19:00:00+08:00"),
    /2 名学员在 2 节课上同时播放网课/,
  ],
  [
    "tried-two-places",
    async () => plant.refused(await plant.refused(await plant.aSchool(2), "watch", 5), "sign-in", 1),
    async () => plant.refused(await plant.aSchool(2), "watch", 2),
    /1 名学员试图同时在两处：签到被拒 1 次，网课被拒 5 次/,
  ],
  [
    "hasty-sign-in",
    async () => plant.signed(await plant.aSchool(10), { everySeconds: 0.5 }),
    async () => plant.signed(await plant.aSchool(10), { everySeconds: 15 }),
    /1 节课在 10 秒内签到完毕/,
  ],
  [
    "signed-elsewhere",
    async () => plant.signed(await plant.aSchool(2), { everySeconds: 30, latitude: 32.42 }),
    async () => plant.signed(await plant.aSchool(2), { everySeconds: 30, latitude: 32.391 }),
    /2 次签到离教室 500 米以上，最远 3.3 公里/,
  ],
  [
    "identical-watching",
    async () => plant.played(await plant.aSchool(3), () => 0),
    async () => plant.played(await plant.aSchool(3), (n, beat) => (n + 1) * ((beat % 3) + 1)),
    /3 名学员在 1 节网课上的播放节奏完全相同/,
  ],
  [
    "missed-checks",
    () => plant.answering("check-missed"),
    () => plant.answering("check-passed"),
    /1 名学员从不回答网课抽查/,
  ],
  ["certificate-burst", () => plant.certified(61), () => plant.certified(3), /发证 61 本，场地一天能容纳 60 人/],
  [
    "everybody-passed",
    async () => plant.scored(await plant.aSchool(30), (n) => 85 + (n % 5)),
    async () => plant.scored(await plant.aSchool(30), (n) => 62 + n),
    /30 人考核全部合格，成绩在 85–89 分之间/,
  ],
  ["changed-scores", () => plant.corrected(52, 66), () => plant.corrected(66, 68), /1 名学员的成绩由不合格改为合格/],
  ["certificate-without-hours", () => plant.graduated(10), () => plant.graduated(15), /1 名学员课时不足即发证/],
  [
    "late-roll-call",
    () => plant.attending(2),
    async () => {
      const school = await plant.aSchool(2);
      for (let session = 0; session < 15; session += 1) await plant.signIns(school, { everySeconds: 30, session });
      return school;
    },
    /30 条考勤中的 30 条在下课一天后补录/,
  ],
  [
    "outside-admission",
    () => plant.aSchool(1, { admitted: false }),
    () => plant.aSchool(1),
    /开班时没有 电工 5 级 的培训准入/,
  ],
  [
    "relative-for-several",
    async () => plant.inPlace(await plant.aSchool(2), [(await aPerson(app)).id, (await aPerson(app)).id]),
    async () => plant.inPlace(await plant.aSchool(2), [(await aPerson(app)).id]),
    /1 名学员前后替两位以上亲属参加培训/,
  ],
  [
    "principal-trained-too",
    async () => plant.inPlace(await plant.aSchool(2), [await somebodyInClass(2)]),
    async () => plant.inPlace(await plant.aSchool(2), [await somebodyInClass(0)]),
    /1 名学员所代替的人在开班期间自己出勤 2 节课/,
  ],
  ["name-used", () => plant.objected("own"), () => plant.objected("public"), /1 名学员对以自己名义的申领提出异议/],
];

describe("a planted fraud is found, and what only looks like it is not:", () => {
  it.each(CASES)("%s", async (id, planted, honest, said) => {
    const rule = RULES.filter((each) => each.id === id);
    const [fraud, fair] = [await planted(), await honest()];
    await scanForAnomalies(app.services, civilDate("2020-01-01"), rule);
    const found = await app.services.database
      .selectFrom("anomaly")
      .select(["class_id", "organisation_id", "summary", "severity"])
      .where("rule", "=", id)
      .where("organisation_id", "in", [fraud.organisationId, fair.organisationId])
      .execute();
    expect(found).toEqual([expect.objectContaining({ organisation_id: fraud.organisationId })]);
    expect(found[0]?.summary).toMatch(said);
    if (id !== "certificate-burst") expect(found[0]?.class_id).toBe(fraud.classId);
  });

  it("account-of-many", async () => {
    const [one, two] = [await aPerson(app), await aPerson(app)];
    const school = await anOrganisation(app);
    for (const person of [one, two]) await aPayeeAccount(app, { personId: person.id, number: "6228480011111111111" });
    await aPayeeAccount(app, { organisationId: school, number: "6228480011111111111" });
    await scanForAnomalies(
      app.services,
      civilDate("2020-01-01"),
      RULES.filter((rule) => rule.id === "account-of-many"),
    );
    const found = await app.services.database
      .selectFrom("anomaly")
      .selectAll()
      .where("organisation_id", "=", school)
      .execute();
    expect(found).toMatchObject([{ summary: "2 人与机构使用同一收款账户", region: "320682" }]);
  });

  it("both-for-one-hire", async () => {
    const person = await aPerson(app);
    const employer = await anOrganisation(app, { kind: "enterprise" });
    const given = { personId: person.id, organisationId: employer, state: "submitted" as const };
    await aClaim(app, { ...given, benefit: "work-for-training" });
    await aClaim(app, { ...given, benefit: "pre-job" });
    await aClaim(app, { state: "submitted", organisationId: employer, benefit: "work-for-training" });
    await scanForAnomalies(
      app.services,
      civilDate("2020-01-01"),
      RULES.filter((rule) => rule.id === "both-for-one-hire"),
    );
    const found = await app.services.database
      .selectFrom("anomaly")
      .selectAll()
      .where("organisation_id", "=", employer)
      .execute();
    expect(found).toHaveLength(1);
  });

  it("paid-on-revoked", async () => {
    const employer = await anOrganisation(app, { kind: "enterprise" });
    const paid = async () => {
      const { id: personId } = await aPerson(app);
      const certificateId = await aCertificate(app, { personId });
      await aClaim(app, { personId, certificateId, organisationId: employer, state: "paid" });
      return certificateId;
    };
    const [revoked] = [await paid(), await paid()];
    await app.services.database
      .insertInto("certificate_revocation")
      .values({ certificate_id: revoked, reason: "考勤不实", revoked_by: null })
      .execute();
    await scanForAnomalies(
      app.services,
      civilDate("2020-01-01"),
      RULES.filter((rule) => rule.id === "paid-on-revoked"),
    );
    const found = await app.services.database
      .selectFrom("anomaly")
      .select("evidence")
      .where("organisation_id", "=", employer)
      .execute();
    expect(found).toMatchObject([{ evidence: { certificateId: revoked } }]);
  });

  it("written-off", async () => {
    const employer = await anOrganisation(app, { kind: "enterprise" });
    const [asker, decider] = [await app.as("finance"), await app.as("reviewer")];
    const db = app.services.database;
    for (const as_state of ["written-off", "cancelled"] as const) {
      const { id: claim_id } = await aClaim(app, { organisationId: employer, state: "recovering" });
      const demand = {
        claim_id,
        amount_fen: 100,
        reason: "课时不实",
        due_on: "2020-06-01",
        demanded_by: asker.accountId,
      };
      const { id } = await db
        .insertInto("clawback")
        .values({ ...demand, repaid_on: null, confirmed_by: null })
        .returning("id")
        .executeTakeFirstOrThrow();
      const end = { clawback_id: id, as_state, reason: "单位注销", asked_by: asker.accountId, agreed: true };
      await db
        .insertInto("clawback_end")
        .values({ ...end, decided_by: decider.accountId, decided_at: new Date("2020-06-01T00:00:00Z") })
        .execute();
      await db.updateTable("clawback").set({ state: as_state }).where("id", "=", id).execute();
    }
    await scanForAnomalies(
      app.services,
      civilDate("2020-01-01"),
      RULES.filter((rule) => rule.id === "written-off"),
    );
    const found = await db.selectFrom("anomaly").select("summary").where("organisation_id", "=", employer).execute();
    expect(found).toMatchObject([{ summary: expect.stringContaining("追回已核销") }]);
  });

  it("every rule has such a case, a clause and an explanation", () => {
    const tested = [
      ...CASES.map(([id]) => id),
      "account-of-many",
      "both-for-one-hire",
      "paid-on-revoked",
      // Tried where returns are merged: reporting/return.
      "paid-by-two-offices",
      "written-off",
    ];
    expect(RULES.map((rule) => rule.id).toSorted()).toEqual(tested.toSorted());
    for (const rule of RULES) expect(rule.clause.length > 0 && rule.explanation.length > 20).toBe(true);
  });
});
