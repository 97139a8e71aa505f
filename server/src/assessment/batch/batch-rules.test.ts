import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createTestApp,
  type EvaluationDesk,
  evaluationDesk,
  type StaffMember,
  type TestApp,
  anEnrolment,
  aClass,
  anOrganisation,
  aPerson,
} from "../../test/index.ts";
import { practiceCapacity } from "./arrange-rooms.ts";
import { invigilatorsNeeded, readiness } from "./readiness.ts";
import { readBatch } from "./batch.ts";

/** Rules of a batch, number for number. */
let app: TestApp;
let desk: EvaluationDesk;
const examiners: StaffMember[] = [];
beforeAll(async () => {
  app = await createTestApp({ now: "2026-06-01T01:00:00Z" });
  desk = await evaluationDesk(app);
  for (let n = 0; n < 5; n++) examiners.push(await desk.staff("examiner"));
});
afterAll(() => app.close());

const ids = (...at: number[]): string[] => at.map((n) => examiners[n]?.id ?? "");
const assign = (batch: string, who: string[], from: EvaluationDesk = desk) =>
  from.evaluator.put(from.url(batch, "staff"), {
    examiners: who,
    invigilators: [],
    officers: [],
    internalSupervisor: null,
  });
async function approved(change: Record<string, unknown> = {}, from: EvaluationDesk = desk): Promise<string> {
  const id = await from.create(change);
  await from.must(from.evaluator.post(from.url(id, "submission"), { reason: "示例" }));
  await from.must(from.reviewer.post(from.url(id, "decision"), { verdict: "approved", reason: "符合规定" }));
  return id;
}
const checksOf = async (id: string) => app.work(async (context) => readiness(context, await readBatch(context.db, id)));

describe("a group of examiners", () => {
  it("of two can't start, of four is refused: even", async () => {
    const id = await approved();
    expect((await assign(id, ids(0, 1))).status).toBe(200);
    expect((await checksOf(id)).find(({ rule }) => rule === "panel")).toMatchObject({
      ok: false,
      sentence: expect.stringContaining("少于 3 人") as string,
    });
    const four = await assign(id, ids(0, 1, 2, 3));
    expect([four.status, four.body.code]).toEqual([409, "rule-odd-panel"]);
    expect(four.body.detail).toContain("依据");
    expect((await assign(id, [])).status).toBe(200);
    await desk.must(desk.evaluator.post(desk.url(id, "cancellation"), { reason: "示例取消" }));
  });

  it("changes by at least half: A B C then A B D is refused, A D E is not", async () => {
    const first = await approved({ examOn: "2026-06-16" });
    expect((await assign(first, ids(0, 1, 2))).status).toBe(200);
    const second = await approved({ examOn: "2026-06-23" });
    expect((await assign(second, ids(0, 1, 3))).body.code).toBe("rule-new-share");
    expect((await assign(second, ids(0, 3, 4))).status).toBe(200);
  });

  it("has nobody a fourth time running at the body", async () => {
    const third = await approved({ examOn: "2026-06-30" });
    expect((await assign(third, ids(0, 1, 2))).status).toBe(200);
    const fourth = await approved({ examOn: "2026-07-07" });
    const refused = await assign(fourth, ids(0, 3, 4));
    expect([refused.status, refused.body.code]).toEqual([409, "rule-batches-running"]);
  });

  it("of level two is of senior examiners", async () => {
    const higher = await evaluationDesk(app, { level: 2 });
    const id = await approved({}, higher);
    const [ordinary, senior] = [await higher.staff("examiner"), await higher.staff("senior-examiner")];
    expect((await assign(id, [ordinary.id], higher)).body.code).toBe("rule-senior-from-level");
    expect((await assign(id, [senior.id], higher)).status).toBe(200);
  });

  it("has nobody who taught a candidate, sits the exam, or was found unqualified", async () => {
    const own = await evaluationDesk(app);
    const teacher = await own.staff("examiner");
    const school = await anOrganisation(app);
    const { id: classId } = await aClass(app, { organisationId: school, startsOn: "2026-05-04" });
    const pupil = await aPerson(app, { name: "被教的人" });
    await anEnrolment(app, classId, pupil.id);
    await app.services.database
      .updateTable("class_session")
      .set({ teacher_person_id: teacher.personId })
      .where("class_id", "=", classId)
      .execute();
    const id = await own.create();
    await app.services.database
      .insertInto("evaluation_candidate")
      .values({
        batch_id: id,
        person_id: pupil.id,
        enrolment_id: null,
        condition: "5-entry",
        work_years: 0,
        lower_certificate: null,
        proof_file_id: null,
        photo_file_id: null,
        make_up_of: null,
        ticket: null,
        checked_by: null,
        checked_at: null,
        check_reason: null,
        registered_by: null,
        registered_at: new Date(),
      })
      .execute();
    await own.must(own.evaluator.post(own.url(id, "submission"), {}));
    await own.must(own.reviewer.post(own.url(id, "decision"), { verdict: "approved", reason: "符合规定" }));
    expect((await assign(id, [teacher.id], own)).body.code).toBe("rule-teacher");
    const other = await own.staff("examiner");
    await own.must(
      own.reviewer.post(`/api/v1/evaluation-staff/${other.id}/years`, {
        year: 2025,
        result: "unqualified",
        reason: "评分不严",
      }),
    );
    expect((await assign(id, [other.id], own)).body.code).toBe("rule-year-result");
    expect((await own.reviewer.put(own.url(id, "external-supervisor"), { staffId: other.id })).status).toBe(409);
  });
});

describe("rooms", () => {
  it.each([
    [[30, 2], 4],
    [[46], 4],
    [[30], 2],
    [[31], 3],
    [[0], 0],
  ])("of %j heads need %i invigilators", (heads, needed) => {
    expect(invigilatorsNeeded(heads, 2, 15)).toBe(needed);
  });

  it("of 8 stations, 40 minutes each, hold 72 in six hours", () => {
    expect(practiceCapacity(8, 40, new Date("2026-06-16T01:00:00Z"), new Date("2026-06-16T07:00:00Z"))).toBe(72);
  });

  it("seat 32 in two rooms of 30, not in one; and hold one batch at a time", async () => {
    const own = await evaluationDesk(app);
    const id = await own.create({ ways: ["theory"] });
    await own.toRegistered(id, 32);
    const use = (room: number) => ({ subject: "theory", roomId: own.rooms[room], from: "08:30", to: "10:00" });
    const one = await own.evaluator.put(own.url(id, "rooms"), { uses: [use(0)] });
    expect([one.status, one.body.code]).toEqual([409, "rule-capacity"]);
    expect((await own.evaluator.put(own.url(id, "rooms"), { uses: [use(0), use(1)] })).body).toEqual({ seats: 32 });
    expect((await checksOf(id)).find(({ rule }) => rule === "invigilators")?.sentence).toContain("至少要 4 人");
    const beside = await own.create({ ways: ["theory"] });
    await own.toRegistered(beside, 1);
    const taken = await own.evaluator.put(own.url(beside, "rooms"), { uses: [use(1)] });
    expect([taken.status, taken.body.code]).toEqual([409, "rule-room-taken"]);
    await own.must(own.evaluator.post(own.url(id, "cancellation"), { reason: "示例取消" }));
    expect((await own.evaluator.put(own.url(beside, "rooms"), { uses: [use(1)] })).status).toBe(200);
  });
});

describe("a plan", () => {
  it("stays within the filing: occupation, level, site, term and charge", async () => {
    const own = await evaluationDesk(app);
    const tried = async (change: Record<string, unknown>) =>
      (await own.evaluator.post("/api/v1/evaluation-batches", own.plan(change))).body.code;
    expect(await tried({ level: 4 })).toBe("rule-scope");
    expect(await tried({ occupation: "6-18-02-04" })).toBe("rule-scope");
    expect(await tried({ siteId: desk.siteId })).toBe("not-found");
    expect(await tried({ chargeFen: 30_001 })).toBe("rule-charge");
    await own.must(
      own.reviewer.post(
        `/api/v1/evaluation-filings/${(await own.evaluator.get<{ rows: { id: string }[] }>("/api/v1/evaluation-filings")).body.rows[0]?.id}/decision`,
        { verdict: "ended", reason: "连续违规" },
      ),
    );
    expect(await tried({})).toBe("rule-scope");
  });

  it("after its day needs a reason; a stopped batch stands still until another officer lets it go on", async () => {
    const own = await evaluationDesk(app);
    const id = await own.create({ examOn: "2026-06-08" });
    const late = await own.evaluator.post(own.url(id, "submission"), {});
    expect([late.status, late.body.code]).toEqual([409, "rule-node-plan"]);
    expect((await own.evaluator.post(own.url(id, "submission"), { reason: "企业急需" })).status).toBe(200);
    await own.must(own.reviewer.post(own.url(id, "stop"), { reason: "有举报" }));
    expect((await own.reviewer.post(own.url(id, "decision"), { verdict: "approved", reason: "可以" })).body.code).toBe(
      "batch-stopped",
    );
    expect((await own.reviewer.post(own.url(id, "resumption"), { reason: "查无实据" })).body.code).toBe(
      "lifted-by-stopper",
    );
    expect((await own.reviewer2.post(own.url(id, "resumption"), { reason: "查无实据" })).status).toBe(200);
    expect((await own.reviewer.post(own.url(id, "decision"), { verdict: "approved", reason: "可以" })).status).toBe(
      200,
    );
  });

  it("is told of its nodes, each step once", async () => {
    const own = await evaluationDesk(app);
    await own.create({ examOn: "2026-06-16" });
    const remind = app.services.house.queueWork.schedules.find(({ name }) => name === "remind-of-batches");
    await remind?.run(app.services);
    await remind?.run(app.services);
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select("body")
      .where("organisation_id", "=", own.organisationId)
      .where("template", "=", "evaluation-due")
      .execute();
    expect(told.map(({ body }) => body).toSorted()).toEqual([
      expect.stringMatching(/“报名和资格审查”须在 2026-06-05 前完成，还有 4 个工作日/u),
      expect.stringMatching(/“提交计划”须在 2026-06-02 前完成，还有 1 个工作日/u),
      expect.stringMatching(/“派员”/u),
      expect.stringMatching(/“考场编排”/u),
    ]);
  });
});

describe("a candidate", () => {
  it("is admitted by the facts on record, and refused with each reason", async () => {
    const own = await evaluationDesk(app, { level: 4 });
    const id = await own.create();
    await own.candidates(id, 1, "4-work");
    await own.candidates(id, 1, "4-lower");
    const checked = await own.evaluator.post(own.url(id, "candidate-checks"), {});
    expect(checked.body).toEqual({ admitted: 0, refused: 2 });
    const { rows } = (
      await own.evaluator.get<{ rows: { id: string; condition: string; checkReason: string }[] }>(
        own.url(id, "candidates"),
      )
    ).body;
    const reason = Object.fromEntries(rows.map((row) => [row.condition, row.checkReason]));
    expect(reason["4-work"]).toContain("不满");
    expect(reason["4-lower"]).toContain("请填写5 级证书的编号");
    const work = rows.find(({ condition }) => condition === "4-work")?.id ?? "";
    const edit = await own.evaluator.put(`/api/v1/evaluation-candidates/${work}`, {
      condition: "4-work",
      workYears: 8,
    });
    expect(edit.status).toBe(200);
    expect((await own.evaluator.post(own.url(id, "candidate-checks"), {})).body).toEqual({ admitted: 1, refused: 0 });
  });
});
