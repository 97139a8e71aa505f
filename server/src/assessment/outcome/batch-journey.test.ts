import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createTestApp,
  type EvaluationDesk,
  evaluationDesk,
  type StaffMember,
  type TestApp,
  upload,
} from "../../test/index.ts";
import { verifyArchives } from "./verify-archives.ts";

/** A batch from the plan to the archive, and what is refused on the way. */
let app: TestApp;
let desk: EvaluationDesk;
let batch: string;
let draws: string[];
let examiners: StaffMember[];
let supervisors: StaffMember[];
let invigilators: StaffMember[];
const PEOPLE = 3;

beforeAll(async () => {
  app = await createTestApp({ now: "2026-06-01T01:00:00Z" });
  desk = await evaluationDesk(app);
  examiners = [];
  for (let n = 0; n < 3; n++) examiners.push(await desk.staff("examiner"));
  invigilators = [await desk.staff("invigilator"), await desk.staff("invigilator")];
  supervisors = [await desk.staff("internal-supervisor"), await desk.staff("external-supervisor")];
  batch = await desk.create();
});
afterAll(() => app.close());

interface Shown {
  state: string;
  nodes: { node: string; on: string; metOn: string | null }[];
  checks: { rule: string; ok: boolean }[];
  staff: { id: string; staffId: string }[];
  digest: string | null;
}
const show = async (): Promise<Shown> => (await desk.evaluator.get<Shown>(desk.url(batch))).body;
const dutyOf = async (staffId: string): Promise<string> =>
  (await show()).staff.find((row) => row.staffId === staffId)?.id ?? "";
const act = (what: string, body: object = {}) => desk.evaluator.post(desk.url(batch, what), body);

describe("a batch", () => {
  it("has its days by office days: plan ten before, scores three after a holiday and a weekend", async () => {
    const { nodes } = await show();
    expect(Object.fromEntries(nodes.map(({ node, on }) => [node, on]))).toMatchObject({
      plan: "2026-06-02",
      scores: "2026-06-22",
    });
  });

  it("is planned, approved by the bureau, announced; its candidates are checked and numbered", async () => {
    expect((await act("announcement")).body.code).toBe("evaluation-batch-state");
    await desk.toRegistered(batch, PEOPLE);
    const { body } = await desk.evaluator.get<{ rows: { ticket: string; state: string }[] }>(
      desk.url(batch, "candidates"),
    );
    expect(body.rows.map(({ state }) => state)).toEqual(["admitted", "admitted", "admitted"]);
    expect(new Set(body.rows.map(({ ticket }) => ticket)).size).toBe(PEOPLE);
    expect((await show()).state).toBe("published");
  });

  it("can't start before its rules hold, and the refusal names them", async () => {
    expect((await act("start")).body.code).toBe("rule-exam-day");
    await desk.travel("2026-06-16T00:10:00Z");
    const refused = await act("start");
    expect(refused.body.code).toBe("rule-seats-theory");
    expect(refused.body.detail).toContain("外部督导");
    await desk.travel("2026-06-05T01:00:00Z");
  });

  it("gets rooms, people of the body, and an external supervisor from the bureau", async () => {
    const uses = [
      { subject: "theory", roomId: desk.rooms[0], from: "08:30", to: "10:00" },
      { subject: "practice", roomId: desk.rooms[2], from: "10:30", to: "16:30" },
    ];
    expect(await desk.evaluator.put(desk.url(batch, "rooms"), { uses })).toMatchObject({ status: 200 });
    const staff = {
      examiners: examiners.map(({ id }) => id),
      invigilators: invigilators.map(({ id }) => id),
      officers: [],
      internalSupervisor: supervisors[0]?.id,
    };
    expect(await desk.evaluator.put(desk.url(batch, "staff"), staff)).toMatchObject({ status: 200 });
    expect(
      await desk.reviewer.put(desk.url(batch, "external-supervisor"), { staffId: supervisors[1]?.id }),
    ).toMatchObject({ status: 200 });
    draws = await desk.papers(batch);
    expect((await show()).checks.filter(({ ok }) => !ok)).toEqual([]);
  });

  it("keeps its papers sealed until a person of the body and a supervisor opened them", async () => {
    const open = `/api/v1/evaluation-paper-draws/${draws[0]}/opening`;
    expect((await desk.evaluator.post(open, {})).body.code).toBe("rule-open-minutes");
    await desk.travel("2026-06-16T00:10:00Z");
    expect((await desk.evaluator.get(`/api/v1/evaluation-paper-draws/${draws[0]}/file`)).body.code).toBe(
      "paper-sealed",
    );
    expect((await examiners[0]?.client.post(open, {}))?.status).toBe(403);
    expect((await desk.evaluator.post(open, {})).body).toMatchObject({ open: false });
    const colleague = await desk.as("evaluator", { organisationId: desk.organisationId });
    expect((await colleague.post(open, {})).body.code).toBe("rule-opened-by-two");
    expect((await supervisors[1]?.client.post(open, {}))?.body).toMatchObject({ open: true });
    expect((await desk.evaluator.get(`/api/v1/evaluation-paper-draws/${draws[0]}/file`)).status).toBe(200);
  });

  it("starts once, however often and at once it is asked", async () => {
    const answers = await Promise.all([act("start"), act("start"), act("start")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    expect((await show()).state).toBe("running");
  });

  it("takes each examiner's own sheet; of two that save one sheet at once one is told, and nothing is lost", async () => {
    const [first, second, third] = examiners as [StaffMember, StaffMember, StaffMember];
    const duty = await dutyOf(first.id);
    const { body } = await first.client.get<{ marks: { candidateId: string; ticket: string; name: string }[] }>(
      `/api/v1/evaluation-duties/${duty}/scores?subject=practice`,
    );
    const people = body.marks;
    const sheet = (subject: string, score: number) => ({
      subject,
      marks: people.map(({ candidateId }) => ({ candidateId, status: "scored", score })),
    });
    const url = `/api/v1/evaluation-duties/${duty}/scores`;
    const both = await Promise.all([
      first.client.post(url, sheet("practice", 59)),
      first.client.post(url, sheet("practice", 70)),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe("score-recorded-already");
    const kept = await first.client.get<{ marks: { score: number }[] }>(`${url}?subject=practice`);
    expect(new Set(kept.body.marks.map(({ score }) => score)).size).toBe(1);

    // Put right by its own examiner, until somebody else marked too.
    const corrected = {
      subject: "practice",
      marks: people.map(({ candidateId }, n) => ({
        candidateId,
        status: "scored",
        score: n === 0 ? 59 : 80,
        reason: "登错一行",
      })),
    };
    expect((await first.client.post(url, corrected)).status).toBe(200);
    const other = `/api/v1/evaluation-duties/${await dutyOf(second.id)}/scores`;
    expect(
      (
        await second.client.post(other, {
          subject: "practice",
          marks: people.map(({ candidateId }, n) => ({ candidateId, status: "scored", score: n === 0 ? 59 : 81 })),
        })
      ).status,
    ).toBe(200);
    expect(
      (await first.client.post(url, { ...corrected, marks: corrected.marks.map((mark) => ({ ...mark, score: 90 })) }))
        .body.code,
    ).toBe("rule-independent");
    expect((await third.client.post(url, sheet("practice", 1))).status).toBe(403);

    // Theory comes from a sheet: all rows or none.
    const rows = people.map(({ ticket, name }, n) => `${ticket},${name},${n === 0 ? 61 : 75}`);
    const door = `/api/v1/evaluation-duties/${await dutyOf(third.id)}/scores/import?subject=theory`;
    const wrong = ["准考证号,姓名,成绩", ...rows.slice(1), "9999999999,无此人,80"].join("\n");
    expect((await upload(desk.evaluator, door, { name: "理论.csv", content: wrong })).body).toMatchObject({
      written: 0,
      errorRows: 1,
    });
    const right = ["准考证号,姓名,成绩", ...rows].join("\n");
    expect((await upload(desk.evaluator, door, { name: "理论.csv", content: right })).body).toMatchObject({
      written: PEOPLE,
      errorRows: 0,
    });
  });

  it("closes its results with the sheets and the supervisors' reports: 61 and 59 is not passed", async () => {
    expect((await act("results")).body.code).toBe("evaluation-batch-state");
    expect((await act("end")).status).toBe(200);
    expect((await act("results")).body.code).toBe("rule-supervision");
    for (const supervisor of supervisors)
      for (const step of ["theory", "practice"])
        expect(
          (
            await supervisor.client.post(`/api/v1/evaluation-duties/${await dutyOf(supervisor.id)}/supervision`, {
              step,
              heads: PEOPLE,
              finding: "秩序正常",
            })
          ).status,
        ).toBe(200);
    expect((await act("results")).body).toEqual({ passed: 2, failed: 1 });
    const duty = await dutyOf(examiners[0]?.id ?? "");
    const late = await examiners[0]?.client.post(`/api/v1/evaluation-duties/${duty}/scores`, {
      subject: "practice",
      marks: [{ candidateId: crypto.randomUUID(), status: "scored", score: 100 }],
    });
    expect(late?.body.code).toBe("evaluation-batch-state");
  });

  it("is publicised five office days from Friday to Friday; certificates come after", async () => {
    await desk.travel("2026-06-26T02:00:00Z");
    expect((await act("publicity")).body).toEqual({ startsOn: "2026-06-26", endsOn: "2026-07-03" });
    const shown = await app.anonymous.get<{ batches: { rows: { name: string; passed: boolean }[] }[] }>(
      "/api/v1/evaluation-publicity",
    );
    expect(shown.body.batches[0]?.rows.map(({ name }) => name)).toEqual(
      Array(PEOPLE).fill(expect.stringContaining("*")),
    );
    await desk.travel("2026-07-02T02:00:00Z");
    expect((await act("certificates")).body.code).toBe("rule-publicity-days");
  });

  it("answers an objection before certificates; the corrected mark stands beside the old one", async () => {
    const { rows } = (
      await desk.evaluator.get<{ rows: { id: string; result: { passed: boolean } }[] }>(desk.url(batch, "candidates"))
    ).body;
    const failed = rows.find(({ result }) => !result.passed)?.id ?? "";
    const { person_id } = await app.services.database
      .selectFrom("evaluation_candidate")
      .select("person_id")
      .where("id", "=", failed)
      .executeTakeFirstOrThrow();
    const learner = await desk.as("learner", { personId: person_id });
    const mine = await learner.get<{
      evaluations: { result: { practice: number; theory: number; passed: boolean } }[];
    }>("/api/v1/me/evaluations");
    expect(mine.body.evaluations[0]?.result).toMatchObject({ theory: 61, practice: 59, passed: false });
    const raised = await learner.post<{ id: string }>(`/api/v1/evaluation-candidates/${failed}/objections`, {
      text: "实操评分表合计有误",
    });
    expect(raised.status).toBe(200);
    await desk.travel("2026-07-06T02:00:00Z");
    expect((await act("certificates")).body.code).toBe("rule-objection-open");
    const url = `/api/v1/evaluation-objections/${raised.body.id}`;
    expect(
      (
        await desk.evaluator.post(`${url}/correction`, {
          subject: "practice",
          scores: [{ from: 59, to: 65 }],
          reason: "合计有误",
        })
      ).body.code,
    ).toBe("objection-not-upheld");
    expect((await desk.reviewer.post(`${url}/answer`, { verdict: "upheld", answer: "复核后合计应为 65" })).status).toBe(
      200,
    );
    expect((await act("certificates")).body.code).toBe("rule-objection-open");
    expect(
      (
        await desk.evaluator.post(`${url}/correction`, {
          subject: "practice",
          scores: [
            { from: 59, to: 65 },
            { from: 59, to: 65 },
          ],
          reason: "复核评分表合计",
        })
      ).body,
    ).toMatchObject({ passed: true });
  });

  it("issues numbered certificates once, wants the receipt, and is archived under a digest that verify recomputes", async () => {
    const issued = await Promise.all([act("certificates"), act("certificates")]);
    expect(issued.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const { rows } = (
      await desk.evaluator.get<{ rows: { result: { certificate: string } }[] }>(desk.url(batch, "candidates"))
    ).body;
    const numbers = rows.map(({ result }) => result.certificate);
    for (const number of numbers) expect(number).toMatch(/^[YS]\d{4}\d{2}\d{6}\d{2}[1-5]\d{6}$/);
    expect(numbers.map((number) => Number(number.slice(-6)))).toEqual([1, 2, 3]);
    expect((await act("archive")).body.code).toBe("rule-upload-receipt");
    expect((await act("upload-receipt", { receipt: "HZ20260706001", uploadedOn: "2026-07-06" })).status).toBe(200);
    const archived = await act("archive");
    expect(archived.status).toBe(200);
    expect((await show()).digest).toMatch(/^[0-9a-f]{64}$/);
    expect(await verifyArchives.run(app.services)).toEqual({ checked: 1, differences: [] });
    await expect(
      app.services.database
        .updateTable("evaluation_candidate")
        .set({ employer: "改一改" })
        .where("batch_id", "=", batch)
        .execute(),
    ).rejects.toThrow("is archived");
    const credit = await app.services.database
      .selectFrom("certificate")
      .select("id")
      .where("issuer_id", "=", desk.organisationId)
      .execute();
    expect(credit).toHaveLength(3);
  });
});
