import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aFact, anOrganisation, aPerson, createTestApp, type TestApp, type TestClient } from "../../test/index.ts";
import { upload } from "../../test/upload.ts";
import { contractMonths } from "./employee-sheet.ts";

let app: TestApp;
let factory: string;
let uscc: string;
let hr: TestClient;
beforeAll(async () => {
  app = await createTestApp({ now: "2020-06-15T10:00:00+08:00" });
  ({ factory, uscc, hr } = await aFactory());
});
afterAll(() => app.close());

async function aFactory() {
  const id = await anOrganisation(app, { kind: "enterprise" });
  const row = await app.services.database
    .selectFrom("organisation")
    .select("uscc")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return { factory: id, uscc: row.uscc, hr: await app.as("enterprise", { organisationId: id }) };
}

interface Row {
  personId: string;
  name: string;
  citizenIdMasked: string;
  hiredOn: string;
  contractMonths: number | null;
  contractUntil: string | null;
  contractEndsSoon: boolean;
  leftOn: string | null;
  state: string;
  reportedHere: boolean;
}
interface Page {
  rows: Row[];
  nextCursor: string | null;
}

let serial = 200;
const aNumber = (): string => makeCitizenId("320682", civilDate("1990-03-04"), (serial += 1));
const employ = (given: Record<string, unknown>, client = hr, at = factory) =>
  client.post<{ id: string; code?: string; errors?: { pointer: string }[] }>(
    `/api/v1/organisations/${at}/employments`,
    {
      name: "喻示例",
      citizenId: aNumber(),
      hiredOn: "2020-01-05",
      contractMonths: 24,
      ...given,
    },
  );
const list = async (query = "", client = hr, at = factory) =>
  (await client.get<Page>(`/api/v1/organisations/${at}/employees?limit=50&${query}`)).body.rows;
const one = async (name: string) => (await list(`q=${encodeURIComponent(name)}`))[0] as Row;

describe("an employer's people", () => {
  test("are those its facts name, with their contracts, numbers masked", async () => {
    await employ({ name: "甲示例" });
    await employ({ name: "乙示例", hiredOn: "2019-07-01", contractMonths: 12 });
    await employ({ name: "丙示例", contractMonths: null });
    expect(await one("甲示例")).toMatchObject({ state: "employed", contractUntil: "2022-01-04", reportedHere: true });
    expect((await one("甲示例")).citizenIdMasked).toMatch(/^3206\*+/);
    // Two weeks are left of it.
    expect(await one("乙示例")).toMatchObject({ contractUntil: "2020-06-30", contractEndsSoon: true });
    expect((await list("contract=soon")).map((row) => row.name)).toEqual(["乙示例"]);
    expect((await list("contract=over")).map((row) => row.name)).toEqual([]);
    expect((await list("contract=none")).map((row) => row.name)).toEqual(["丙示例"]);
  });

  test("are listed in the order asked for, page after page", async () => {
    const own = await aFactory();
    for (const [name, hiredOn] of [
      ["天示例", "2020-03-01"],
      ["地示例", "2019-01-01"],
      ["玄示例", "2020-02-01"],
    ] as const)
      await employ({ name, hiredOn }, own.hr, own.factory);
    const seen: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const page: { body: Page } = await own.hr.get<Page>(
        `/api/v1/organisations/${own.factory}/employees?sort=-hiredOn&limit=1${cursor === "" ? "" : `&cursor=${cursor}`}`,
      );
      seen.push(...page.body.rows.map((row) => row.name));
      cursor = page.body.nextCursor;
    }
    expect(seen).toEqual(["天示例", "玄示例", "地示例"]);
    const sheet = await own.hr.inject({ url: `/api/v1/organisations/${own.factory}/employees/export` });
    expect([sheet.statusCode, sheet.rawPayload.subarray(0, 2).toString()]).toEqual([200, "PK"]);
  });

  test("are nobody else's to see, but for the bureau", async () => {
    const other = await aFactory();
    expect((await other.hr.get(`/api/v1/organisations/${factory}/employees`)).status).toBe(403);
    expect((await (await app.as("reviewer")).get(`/api/v1/organisations/${factory}/employees`)).status).toBe(200);
  });

  test("a hiring another office recorded counts too, and is not the employer's to correct", async () => {
    const person = await aPerson(app, { name: "社保示例" });
    await aFact(app, person.id, "employment", {
      from: "2019-05-01",
      to: null,
      employed: true,
      employer: uscc,
      local: true,
      hiredOn: "2019-05-01",
      contractMonths: 36,
    });
    expect(await one("社保示例")).toMatchObject({ hiredOn: "2019-05-01", reportedHere: false });
    const put = await hr.put(`/api/v1/organisations/${factory}/employees/${person.id}`, {
      hiredOn: "2018-01-01",
      leftOn: null,
      contractMonths: 12,
      reason: "填错了",
    });
    expect([put.status, put.body.code]).toEqual([403, "reported-by-another-office"]);
  });

  test("who is hired elsewhere since is shown as such", async () => {
    await employ({ name: "跳槽示例" });
    const { personId } = await one("跳槽示例");
    const other = await aFactory();
    await aFact(app, personId, "employment", {
      from: "2020-06-01",
      to: null,
      employed: true,
      employer: other.uscc,
      local: true,
      hiredOn: "2020-06-01",
      contractMonths: 12,
    });
    expect((await one("跳槽示例")).state).toBe("moved");
  });
});

describe("who comes and goes", () => {
  test("leaves once, not before being hired, and may come back", async () => {
    const citizenId = aNumber();
    await employ({ name: "去来示例", citizenId });
    const { personId } = await one("去来示例");
    const leave = (leftOn: string) =>
      hr.post(`/api/v1/organisations/${factory}/employees/${personId}/departure`, { leftOn });
    expect((await leave("2019-12-31")).body.code).toBe("dates-out-of-order");
    expect((await leave("2020-05-31")).status).toBe(200);
    expect(await one("去来示例")).toMatchObject({ state: "left", leftOn: "2020-05-31" });
    expect((await leave("2020-06-01")).body.code).toBe("already-left");
    expect((await employ({ name: "去来示例", citizenId, hiredOn: "2020-06-10", contractMonths: 12 })).status).toBe(200);
    expect(await one("去来示例")).toMatchObject({ state: "employed", hiredOn: "2020-06-10", leftOn: null });
    const told = await (await app.as("learner", { personId })).get<{ rows: { text: string }[] }>("/api/v1/me/messages");
    expect(told.body.rows.map((row) => /入职|离职/.exec(row.text)?.[0])).toEqual(["入职", "离职", "入职"]);
  });

  test("is not hired twice, and a renewed contract keeps what was said before", async () => {
    const citizenId = aNumber();
    await employ({ name: "续签示例", citizenId });
    expect((await employ({ name: "续签示例", citizenId, hiredOn: "2020-02-01" })).body.code).toBe("employee-exists");
    expect((await employ({ name: "续签示例", citizenId, contractMonths: 36 })).body.code).toBe("contract-differs");
    const { personId } = await one("续签示例");
    const put = (reason: string) =>
      hr.put(`/api/v1/organisations/${factory}/employees/${personId}`, {
        hiredOn: "2020-01-05",
        leftOn: null,
        contractMonths: 48,
        reason,
      });
    expect((await put("")).status).toBe(422);
    expect((await put("续签两年")).status).toBe(200);
    expect(await one("续签示例")).toMatchObject({ contractMonths: 48, contractUntil: "2024-01-04" });
    const facts = await app.services.database
      .selectFrom("person_fact")
      .select(["reason"])
      .where("person_id", "=", personId)
      .orderBy("recorded_at")
      .execute();
    expect(facts.map((fact) => fact.reason)).toEqual([null, "续签两年"]);
  });
});

const send = (client: TestClient, at: string, content: string) =>
  upload<{
    rows: number;
    hired: number;
    left: number;
    known: number;
    errors: { rowNumber: number; column: string; value: string; sentence: string }[];
  }>(client, `/api/v1/organisations/${at}/employee-imports`, { name: "职工.csv", content, type: "text/csv" });

describe("an employer's list as a sheet", () => {
  test("takes the good rows, says what is wrong in the others, and can be sent again", async () => {
    const own = await aFactory();
    const [a, b, c] = [aNumber(), aNumber(), aNumber()];
    const head = "姓名,身份证号,手机号,入职日期,劳动合同期（月）,离职日期\n";
    const sheet = [
      `子示例,${a},13912345001,2020-01-05,24,`,
      `丑示例,${b},,2020年2月1日,12,`,
      `寅示例,${a},,2020-01-05,24,`,
      `卯示例,320682199001010000,,2020-01-05,24,`,
      `辰示例,${c},,2020-05-01,12,2020-04-01`,
      `巳示例,${aNumber()},,昨天,两千年,`,
    ].join("\n");
    const first = await send(own.hr, own.factory, head + sheet);
    expect(first.body).toMatchObject({ rows: 6, hired: 2, left: 0, known: 0 });
    expect(first.body.errors.map((error) => [error.rowNumber, error.column])).toEqual([
      [4, "姓名"],
      [5, "身份证号"],
      [6, "离职日期"],
      [7, "入职日期"],
      [7, "劳动合同期"],
    ]);
    expect(first.body.errors.find((error) => error.rowNumber === 5)?.value).not.toContain("199001010000");
    const again = `${head}子示例,${a},,2020-01-05,24,\n丑示例,${b},,2020-02-01,12,2020-06-01\n`;
    expect((await send(own.hr, own.factory, again)).body).toMatchObject({ hired: 0, left: 1, known: 1, errors: [] });
    expect((await list("state=left", own.hr, own.factory)).map((row) => row.name)).toEqual(["丑示例"]);
  });

  test("is previewed without a word to anybody, and marked", async () => {
    const own = await aFactory();
    const content = `姓名,身份证号,入职日期,合同期限,岗位\n午示例,${aNumber()},2020/1/5 8:30,一年,焊工\n未示例,${aNumber()},2099-01-01,12个月,\n`;
    const address = `/api/v1/organisations/${own.factory}/employee-imports`;
    const file = { name: "职工.csv", content };
    const preview = await upload<Record<string, unknown>>(own.hr, `${address}/preview`, file);
    expect(preview.body).toMatchObject({ hired: 1, errorRows: 1, unreadColumns: ["岗位"] });
    expect(preview.body.errors).toMatchObject([{ rowNumber: 3, column: "入职日期", code: "day-too-late" }]);
    expect(await list("", own.hr, own.factory)).toEqual([]);
    expect((await upload(own.hr, `${address}/marked`, file)).status).toBe(200);
    expect((await send(own.hr, own.factory, content)).body).toMatchObject({ hired: 1 });
    expect(await list("", own.hr, own.factory)).toMatchObject([{ hiredOn: "2020-01-05", contractMonths: 12 }]);
  });

  test.each([
    ["24", 24],
    ["12个月", 12],
    ["１２ 个月", 12],
    ["一年", 12],
    ["两年半", 30],
    ["3年", 36],
    ["1年6个月", 18],
    ["半年", 6],
    ["无固定期限", 720],
    ["长期", undefined],
    ["1e2", undefined],
    ["90年", undefined],
  ])("reads a contract of %s", (text, months) => {
    const read = contractMonths(text);
    expect(read.ok ? read.value : undefined).toBe(months);
  });

  test.each([
    ["hired in the future", { hiredOn: "2099-01-01" }, "day-too-late"],
    ["leaving in the future", { leftOn: "2099-01-01" }, "day-too-late"],
    ["hired before being born", { hiredOn: "1980-01-01" }, "day-too-early"],
    ["hired as a child", { hiredOn: "2001-01-01" }, "too-young"],
  ])("nobody is %s", async (_, given, code) => {
    expect((await employ(given)).body.code).toBe(code);
  });

  test("is kept sealed, is nobody else's to send, and no picture", async () => {
    const own = await aFactory();
    const number = aNumber();
    await send(own.hr, own.factory, `姓名,身份证号,入职日期\n午示例,${number},2020-01-05\n`);
    const { directory } = app.services.files;
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const files = await Promise.all(
      entries.filter((entry) => entry.isFile()).map((entry) => readFile(path.join(entry.parentPath, entry.name))),
    );
    expect(files.length).toBeGreaterThan(0);
    expect(files.some((file) => file.includes(number))).toBe(false);
    expect((await send(hr, own.factory, "姓名,身份证号,入职日期\n")).status).toBe(403);
    expect((await send(own.hr, own.factory, "\x89PNG\r\n\x1a\n")).status).toBe(422);
  });
});
