import { civilDate, makeCitizenId } from "@jinengtong/standards";
import type { TestApp, TestClient } from "./app.ts";
import { next, region } from "./builder-kit.ts";
import { anAdmission, anOrganisation, aPerson } from "./people-builders.ts";
import { upload } from "./upload.ts";

const PDF = (text: string) =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Note(${text})>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`);

/** The body of an answer that must be 200. */
async function must<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

const url = (id: string, act = ""): string => `/api/v1/evaluation-batches/${id}${act && `/${act}`}`;

export interface StaffMember {
  id: string;
  personId: string;
  client: TestClient;
}

/** An evaluation body with an approved filing, a site and a register, and what it takes to lead a batch to its certificates. */
export type EvaluationDesk = Awaited<ReturnType<typeof evaluationDesk>>;

export async function evaluationDesk(
  app: TestApp,
  given: { level?: number; day?: string; rooms?: readonly { name: string; seats: number; stations: number }[] } = {},
) {
  const level = given.level ?? 5;
  const day = given.day ?? "2026-06-16";
  const year = Number(day.slice(0, 4));
  const n = next();
  const organisationId = await anOrganisation(app, { kind: "evaluation-body", name: `示例评价机构${n}` });
  await anAdmission(app, organisationId, { activity: "evaluation", level });
  const signedIn: TestClient[] = [];
  const as = async (...who: Parameters<TestApp["as"]>): Promise<TestClient> => {
    const client = await app.as(...who);
    signedIn.push(client);
    return client;
  };
  /** Goes to another moment: everybody signs in again, since sessions end with time. */
  const travel = async (instant: string): Promise<void> => {
    app.setNow(instant);
    for (const client of signedIn) Object.assign(client, await app.signedIn(client.accountId));
  };
  const evaluator = await as("evaluator", { organisationId });
  const reviewer = await as("reviewer");
  const reviewer2 = await as("reviewer");
  const { id: siteId } = await must(
    evaluator.post<{ id: string }>("/api/v1/evaluation-sites", {
      code: "320001",
      name: "示例考点",
      address: "示例路 8 号",
      tenure: "own",
      video: true,
    }),
  );
  const rooms: string[] = [];
  for (const room of given.rooms ?? [
    { name: "一号考场", seats: 30, stations: 0 },
    { name: "二号考场", seats: 30, stations: 0 },
    { name: "实操车间", seats: 8, stations: 8 },
  ])
    rooms.push((await must(evaluator.post<{ id: string }>(`/api/v1/evaluation-sites/${siteId}/rooms`, room))).id);
  const filing = (of = siteId) => ({
    number: `苏评备 ${1000 + n}`,
    kind: "social-body",
    institutionCode: String(1000 + (n % 9000)),
    provinceCode: "32",
    validFrom: `${year}-01-01`,
    validTo: `${year + 2}-12-31`,
    charges: "按物价部门备案的标准收费",
    items: [{ siteId: of, occupation: "6-31-01-03", level, chargeFen: 30_000 }],
  });
  const filed = await must(evaluator.post<{ id: string }>("/api/v1/evaluation-filings", filing()));
  await must(
    reviewer.post(`/api/v1/evaluation-filings/${filed.id}/decision`, { verdict: "approved", reason: "材料齐全" }),
  );

  /** Registers and confirms somebody. */
  async function staff(kind: string, options: { name?: string; highestLevel?: number } = {}): Promise<StaffMember> {
    const k = next();
    const external = kind === "external-supervisor";
    const citizenId = makeCitizenId(region(), civilDate("1980-05-06"), (k % 999) + 1);
    const { id } = await must(
      (external ? reviewer : evaluator).post<{ id: string }>("/api/v1/evaluation-staff", {
        name: options.name ?? `考评${"甲乙丙丁戊己庚辛"[k % 8]}`,
        citizenId,
        kind,
        certificateNumber: `KP${10_000 + k}`,
        validFrom: `${year - 1}-01-01`,
        validTo: `${year + 1}-12-31`,
        occupations: ["6-31-01-03"],
        highestLevel: options.highestLevel ?? 1,
      }),
    );
    await must(reviewer2.post(`/api/v1/evaluation-staff/${id}/decision`, { verdict: "confirmed", reason: "证件相符" }));
    const { person_id: personId } = await app.services.database
      .selectFrom("evaluation_staff")
      .select("person_id")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return { id, personId, client: await as("learner", { personId }) };
  }

  const plan = (change: Record<string, unknown> = {}) => ({
    siteId,
    occupation: "6-31-01-03",
    level,
    ways: ["theory", "practice"],
    examOn: day,
    from: "08:30",
    to: "17:30",
    practiceMinutes: 40,
    expected: 40,
    chargeFen: 20_000,
    notice: "电工认定报名公告",
    ...change,
  });
  const create = async (change: Record<string, unknown> = {}): Promise<string> =>
    (await must(evaluator.post<{ id: string }>("/api/v1/evaluation-batches", plan(change)))).id;

  /** Registers so many candidates by a sheet. */
  async function candidates(id: string, count: number, condition = "5-entry"): Promise<void> {
    const lines = Array.from({ length: count }, () => {
      const k = next();
      return `考生${"一二三四五六七八九十"[k % 10]},${makeCitizenId(region(), civilDate("1990-03-04"), (k % 999) + 1)},示例公司,${condition},3`;
    });
    const sheet = ["姓名,身份证号,工作单位,申报条件,工作年限", ...lines].join("\n");
    const sent = await upload<{ registered: number }>(evaluator, url(id, "candidates/import"), {
      name: "考生.csv",
      content: sheet,
    });
    if (sent.body.registered !== count) throw new Error(JSON.stringify(sent.body));
  }

  /** Leads a draft through approval and announcement to the end of registration. */
  async function toRegistered(id: string, count: number): Promise<void> {
    await candidates(id, count);
    await must(evaluator.post(url(id, "submission"), {}));
    await must(reviewer.post(url(id, "decision"), { verdict: "approved", reason: "符合规定" }));
    await must(evaluator.post(url(id, "announcement"), {}));
    await must(evaluator.post(url(id, "candidate-checks"), {}));
    await must(evaluator.post(url(id, "registration-end"), {}));
  }

  /** Somebody whom another body registered and nobody confirmed. */
  const unconfirmedElsewhere = async (): Promise<string> => {
    const { id: personId } = await aPerson(app, { name: "外人之物" });
    const { id } = await app.services.database
      .insertInto("evaluation_staff")
      .values({
        person_id: personId,
        organisation_id: await anOrganisation(app, { kind: "evaluation-body" }),
        region: region(),
        kind: "examiner",
        certificate_number: `WR${next()}`,
        valid_from: `${year - 1}-01-01`,
        valid_to: `${year + 1}-12-31`,
        occupations: ["6-31-01-03"],
        highest_level: 1,
        registered_by: null,
        registered_at: new Date(),
        decided_by: null,
        decided_at: null,
        decision_reason: null,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  };

  const papers = async (id: string): Promise<string[]> => {
    const drawn: string[] = [];
    for (const subject of ["theory", "practice"]) {
      await must(
        upload(
          evaluator,
          `/api/v1/evaluation-papers?occupation=6-31-01-03&level=${level}&subject=${subject}&title=A卷&source=省题库`,
          { name: "卷.pdf", content: PDF(`${subject}${next()}`), type: "application/pdf" },
        ),
      );
      drawn.push((await must(evaluator.post<{ id: string }>(url(id, "paper-draws"), { subject }))).id);
    }
    return drawn;
  };

  return {
    as,
    travel,
    organisationId,
    evaluator,
    reviewer,
    reviewer2,
    siteId,
    rooms,
    staff,
    plan,
    create,
    url,
    candidates,
    toRegistered,
    papers,
    filing,
    unconfirmedElsewhere,
    must,
  };
}
