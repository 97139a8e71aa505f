import { civilDate, makeCitizenId } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anOrganisation, createTestApp, upload, type TestApp, type TestClient } from "../../test/index.ts";

let app: TestApp;
let bureau: TestClient;
let clerk: TestClient;
let head: TestClient;
let other: TestClient;
let agriculture = "";

interface Shown {
  id: string;
  state: string;
  late: boolean;
  rowCount: number;
  faults: { message: string }[];
}
interface Report {
  stored: number;
  rows: number;
  rowCount: number;
  errors: { code: string; value: string; column: string }[];
}

beforeAll(async () => {
  app = await createTestApp({ now: "2026-04-02T09:00:00+08:00" });
  agriculture = await anOrganisation(app, { name: "示例农业局", kind: "department" });
  const emergency = await anOrganisation(app, { name: "示例应急局", kind: "department" });
  await app.services.database
    .updateTable("organisation")
    .set({ created_at: new Date("2020-01-01") })
    .execute();
  clerk = await app.as("department", { organisationId: agriculture });
  head = await app.as("department", { organisationId: agriculture });
  other = await app.as("department", { organisationId: emergency });
  bureau = await app.as("reviewer");
});
afterAll(() => app.close());

const person = (n: number): string => makeCitizenId("320682", civilDate("1985-03-02"), n);
const open = async (client: TestClient, period = "2026-03"): Promise<string> =>
  (await client.post<{ id: string }>("/api/v1/period-returns", { form: "training-monthly", period })).body.id;

const line = (idNumber: string, n: number): string =>
  `王示例,${idNumber},企业职工,示例职校,焊工,初级工,2026-03-02,2026-03-20,80,${1000 + n}`;
const HEADINGS = "姓名,身份证号码,培训类别,培训机构,职业工种,技能等级,开班日期,结束日期,课时,补贴金额";

const send = (client: TestClient, id: string, lines: string[], query = "") =>
  upload<Report>(client, `/api/v1/period-returns/${id}/row-imports${query}`, {
    name: "名单.csv",
    content: `${lines.join("\n")}\n`,
  });

const counts = (n: number, more: Record<string, string> = {}) => ({
  figures: {
    personTimes: String(n),
    persons: String(n),
    enterprise: String(n),
    keyGroups: "0",
    startup: "0",
    safety: "0",
    apprentices: "0",
    workForTraining: "0",
    certified: "0",
    paid: String(Array.from({ length: n }, (_, at) => 1000 + at).reduce((a, b) => a + b, 0)),
    ...more,
  },
  note: null,
});

describe("a department's monthly return", () => {
  it("reads Chinese headings, exchange codes and a partner's, and gives bad rows back, numbers masked (4)", async () => {
    const id = await open(clerk);
    const rows = Array.from({ length: 5 }, (_, n) => line(person(n + 1), n));
    const chinese = await send(clerk, id, [HEADINGS, ...rows, line("320682198503020000", 5)]);
    expect([chinese.status, chinese.body.detail]).toEqual([200, undefined]);
    expect(chinese.body).toMatchObject({ stored: 5, rows: 6, rowCount: 5 });
    expect(chinese.body.errors[0]?.value).toMatch(/\*/u);
    const codes = "AAC003,AAC002,ACF004,AAB004,ACA112,BAC015,开始日期,培训结束日期,学时,ADC451";
    expect((await send(clerk, id, [codes, ...rows])).body).toMatchObject({ stored: 5, rowCount: 5 });
    const theirs = "hb60,hb69,hb68,hb70,hb71,hb72,hb73,hb74,hb75,hb77";
    const lettered = rows.map((row) => row.replace("企业职工", "A").replace("初级工", "5"));
    const partner = await send(clerk, id, [theirs, ...lettered], "?partner=provincial-letters");
    expect(partner.body).toMatchObject({ stored: 5, rowCount: 5 });
    const again = await send(clerk, id, [HEADINGS, ...rows], "?mode=add");
    expect(again.body).toMatchObject({ stored: 0, rowCount: 5 });
    expect(again.body.errors[0]?.code).toBe("row-known");
    const preview = await upload<Report>(clerk, `/api/v1/period-returns/${id}/row-imports/preview`, {
      name: "名单.csv",
      content: `${HEADINGS}\n`,
    });
    expect(preview.body.rowCount ?? 0).toBe(0);
    expect((await clerk.get<Shown>(`/api/v1/period-returns/${id}`)).body.rowCount).toBe(5);
    const dump = JSON.stringify(await app.services.database.selectFrom("period_return_row").selectAll().execute());
    expect(dump).not.toContain(person(1));
  });

  it("is refused where a relation doesn't hold, saying how much is missing (0), and where the figure isn't the rows' (5)", async () => {
    const id = await open(clerk);
    await clerk.put(
      `/api/v1/period-returns/${id}`,
      counts(5, { personTimes: "120", enterprise: "70", keyGroups: "45" }),
    );
    const sent = await clerk.post(`/api/v1/period-returns/${id}/submission`);
    expect(sent.status).toBe(422);
    const details = sent.body.errors?.map(({ detail }) => detail) ?? [];
    expect(details.find((detail) => detail.includes("新型学徒制"))).toMatch(/为 120，.*的 115，多 5/u);
    await clerk.put(`/api/v1/period-returns/${id}`, counts(5, { personTimes: "520", enterprise: "520", persons: "5" }));
    const wrong = await clerk.post(`/api/v1/period-returns/${id}/submission`);
    expect(wrong.body.errors?.[0]?.detail).toBe("“培训人次”为 520，应等于“明细行数”的 5，多 515。请核对名单。");
  });

  it("is agreed by another officer of the office, then accepted by the bureau; then it only changes when opened again (3)", async () => {
    const id = await open(clerk);
    const path = `/api/v1/period-returns/${id}`;
    await clerk.put(path, counts(5));
    expect((await clerk.post<Shown>(`${path}/submission`)).body.state).toBe("submitted");
    expect((await bureau.post(`${path}/acceptance`)).body.code).toBe("head-not-agreed");
    expect((await clerk.post(`${path}/agreement`)).body.code).toBe("agreed-by-submitter");
    expect((await other.post(`${path}/agreement`)).body.code).toBe("not-own-return");
    expect((await head.post<Shown>(`${path}/agreement`)).body.state).toBe("agreed");
    expect((await bureau.post<Shown>(`${path}/acceptance`)).body.state).toBe("accepted");
    expect((await clerk.put(path, counts(5))).body.code).toBe("return-not-open");
    expect((await send(clerk, id, [HEADINGS, line(person(9), 9)])).body.code).toBe("return-not-open");
    const row = await app.services.database.selectFrom("period_return_row").select("id").executeTakeFirstOrThrow();
    await expect(
      app.services.database.deleteFrom("period_return_row").where("id", "=", row.id).execute(),
    ).rejects.toThrow(/not open/u);
    await bureau.post(`${path}/reopening`, { reason: "补报一人" });
    expect((await send(clerk, id, [HEADINGS, line(person(9), 5)], "?mode=add")).body.rowCount).toBe(6);
    const first = await clerk.get<{ rows: { id: string }[] }>(`${path}/rows`);
    expect((await clerk.del<{ rowCount: number }>(`${path}/rows/${first.body.rows[0]?.id}`)).body.rowCount).toBe(5);
    // The row that was sent ends, and is there.
    const kept = await app.services.database
      .selectFrom("period_return_row")
      .selectAll()
      .where("to_version", "=", 2)
      .execute();
    expect(kept).toHaveLength(1);
  });

  it("is seen by its own office and the bureau alone (6)", async () => {
    const id = await open(clerk);
    for (const path of ["", "/rows", "/rows/export", "/versions/1"])
      expect([(await other.get(`/api/v1/period-returns/${id}${path}`)).status, path]).toEqual([403, path]);
    expect((await bureau.get(`/api/v1/period-returns/${id}/rows`)).status).toBe(200);
    const file = await clerk.inject({
      method: "POST",
      url: `/api/v1/period-returns/${id}/exchange-files`,
      payload: { partner: "hrss-exchange", purpose: "省系统交换" },
    });
    expect(file.statusCode).toBe(200);
    const refused = await bureau.post(`/api/v1/period-returns/${id}/exchange-files`, {
      partner: "hrss-exchange",
      purpose: "看",
    });
    expect(refused.status).toBe(403);
  });

  it("is complete and not in time when it was due on the 5th and sent on the 7th (2), after reminders", async () => {
    app.setNow("2026-05-02T09:00:00+08:00");
    await app.drain();
    const { remindOfReturns } = await import("./remind-of-returns.ts");
    await remindOfReturns(app.services);
    await remindOfReturns(app.services);
    const told = await app.services.database
      .selectFrom("message_outbox")
      .select(["body", "organisation_id"])
      .where("template", "=", "return-due")
      .execute();
    expect(told.filter(({ organisation_id }) => organisation_id === agriculture).map(({ body }) => body)).toEqual([
      "2026年4月补贴性培训情况月报最迟 2026-05-05 报送，还有 3 天。",
    ]);
    app.setNow("2026-05-07T09:00:00+08:00");
    clerk = await app.signedIn(clerk.accountId);
    bureau = await app.signedIn(bureau.accountId);
    const id = await open(clerk, "2026-04");
    await send(clerk, id, [HEADINGS, line(person(1), 0)]);
    await clerk.put(`/api/v1/period-returns/${id}`, counts(1));
    expect((await clerk.post<Shown>(`/api/v1/period-returns/${id}/submission`)).body.late).toBe(true);
    const rates = await bureau.get<{ rows: { name: string; sent: number; onTime: number; overdue: string }[] }>(
      "/api/v1/period-forms/training-monthly/rates",
    );
    const own = rates.body.rows.find(({ name }) => name === "示例农业局");
    expect(own).toMatchObject({ sent: 2, onTime: 1 });
    expect(own?.overdue).not.toContain("2026年4月");
  });
});
