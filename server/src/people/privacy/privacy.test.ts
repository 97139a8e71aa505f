import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { zstdDecompressSync } from "node:zlib";
import { civilDate, makeBankCard, makeCitizenId } from "@jinengtong/standards";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOrganisation, createTestApp, type TestApp } from "../../test/index.ts";
import { phoneCode } from "../../test/phone.ts";
import { backUp } from "../../admin/backup.ts";
import { sealAudit } from "../../kernel/audit.ts";

/** Personal data that passes through the API in this test and must not appear anywhere afterwards. */
const secrets = {
  learnerId: makeCitizenId("320682", civilDate("1986-02-03"), 123),
  teacherId: makeCitizenId("320682", civilDate("1979-04-05"), 124),
  workerId: makeCitizenId("320682", civilDate("1993-06-07"), 125),
  rosterId: makeCitizenId("320682", civilDate("1991-08-09"), 126),
  rosterPhone: "13566778899",
  phone: "13912345678",
  newPhone: "13987654321",
  teacherPhone: "13711223344",
  contactPhone: "13655667788",
  card: makeBankCard("621700123456789012"),
  account: "32050164273600001234",
  password: "城北桥头的老槐树下",
};

let app: TestApp;
const logged: string[] = [];
beforeAll(async () => {
  app = await createTestApp();
  app.services.log = pino({ level: "trace", base: null }, { write: (line) => void logged.push(line) });
});
afterAll(() => app.close());

interface Opened {
  csrfToken: string;
  account: { personId: string };
}

const key = (name: string) => ({ "idempotency-key": name });

async function liveHere(): Promise<void> {
  const code = await phoneCode(app, secrets.phone, "register");
  const registered = await app.anonymous.post<Opened>(
    "/api/v1/people",
    {
      name: "华示例",
      citizenId: secrets.learnerId,
      phone: secrets.phone,
      code,
      town: "320682001",
      consentVersion: "1",
    },
    { "idempotency-key": "k-register" },
  );
  const { personId } = registered.body.account;
  const cookie = String([registered.headers["set-cookie"]].flat().at(-1)).split(";")[0] ?? "";
  const mine = { cookie, "x-csrf-token": registered.body.csrfToken };
  const put = (url: string, payload: object, name: string) =>
    app.anonymous.inject({ method: "PUT", url, payload, headers: { ...mine, ...key(name) } });
  const answers = [registered.status];
  const newCode = await phoneCode(app, secrets.newPhone, "change-phone");
  answers.push((await put("/api/v1/me/phone", { phone: secrets.newPhone, code: newCode }, "k-phone")).statusCode);
  answers.push(
    (await put("/api/v1/me/payee-account", { bankName: "示例银行", number: secrets.card }, "k-card")).statusCode,
  );
  answers.push((await put("/api/v1/me/password", { current: null, next: secrets.password }, "k-password")).statusCode);

  const school = await anOrganisation(app);
  const clerk = await app.as("institution", { organisationId: school });
  const teacher = {
    name: "金示例",
    citizenId: secrets.teacherId,
    phone: secrets.teacherPhone,
    employment: "full-time",
    occupations: [],
  };
  answers.push((await clerk.post(`/api/v1/organisations/${school}/teachers`, teacher, key("k-teacher"))).status);
  const worker = { name: "魏示例", citizenId: secrets.workerId, hiredOn: "2020-01-05" };
  answers.push((await clerk.post(`/api/v1/organisations/${school}/employments`, worker, key("k-worker"))).status);
  const contact = { town: "320682001", address: "示例路", contactName: "陶示例", contactPhone: secrets.contactPhone };
  answers.push((await clerk.put("/api/v1/me/organisation", contact)).status);
  const payee = { bankName: "示例银行", number: secrets.account };
  answers.push((await clerk.put(`/api/v1/organisations/${school}/payee-account`, payee)).status);

  const sheet = `姓名,身份证号,手机号\n乔示例,${secrets.rosterId},${secrets.rosterPhone}\n`;
  const imported = await clerk.inject({
    method: "POST",
    url: "/api/v1/roster-imports",
    headers: { "content-type": "multipart/form-data; boundary=X" },
    payload: `--X\r\nContent-Disposition: form-data; name="file"; filename="r.csv"\r\nContent-Type: text/csv\r\n\r\n${sheet}\r\n--X--\r\n`,
  });
  answers.push(imported.statusCode);

  const reviewer = await app.as("reviewer");
  const asked = { purpose: "核对身份证复印件", fields: ["citizenId", "phone", "bankAccount"] };
  const unmasked = await reviewer.post(`/api/v1/people/${personId}/unmasking`, asked, key("k-unmask"));
  expect(unmasked.body).toEqual({ citizenId: secrets.learnerId, phone: secrets.newPhone, bankAccount: secrets.card });
  answers.push(
    (await reviewer.post("/api/v1/people/search", { citizenId: secrets.teacherId }, key("k-search"))).status,
  );
  expect(answers.filter((status) => status !== 200)).toEqual([]);

  // Neither refusals nor logged failures quote a value.
  await app.anonymous.post("/api/v1/session", { username: secrets.phone, password: secrets.password });
  await app.anonymous.post("/api/v1/people", {
    name: secrets.learnerId,
    citizenId: secrets.phone,
    phone: secrets.learnerId,
  });
  app.services.sms = { send: () => Promise.reject(new Error(`unreachable: ${secrets.phone}`)) };
  await app.drain();
  await sealAudit(app.services);
}

/** The whole backup, unpacked: rows and uploaded files. */
async function backup(): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), "backup-"));
  const file = path.join(dir, "all");
  await backUp({ url: app.ownerUrl, filesDir: app.services.files.directory, file });
  const unpacked = zstdDecompressSync(await readFile(file));
  await rm(dir, { recursive: true });
  return unpacked.toString("latin1");
}

/** Every row of every table as text, including the queue's; binary values also as possible characters. */
async function everything(): Promise<string> {
  const { pool } = app.services;
  const owner = await pool.connect();
  await owner.query("reset role");
  const tables = await owner.query(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')",
  );
  const parts: string[] = [];
  for (const { name } of tables.rows as { name: string }[]) {
    const rows = await owner.query(`select t::text as row from ${name} t`);
    parts.push(...rows.rows.map(({ row }: { row: string }) => row));
  }
  owner.release(true);
  const text = parts.join("\n");
  const bytes = [...text.matchAll(/\\\\?x([0-9a-f]{8,})/g)].map((match) =>
    Buffer.from(match[1] ?? "", "hex").toString("latin1"),
  );
  return `${text}\n${bytes.join("\n")}`;
}

test("no identity number, phone, account or password is left in the database, the logs, the files or the backup", async () => {
  await liveHere();
  const kept = await everything();
  expect(kept).toContain("3206************");
  expect(kept.length).toBeGreaterThan(5_000);
  expect(logged.length).toBeGreaterThan(0);
  const saved = await backup();
  expect(saved).toContain("manifest.json");
  for (const [what, secret] of Object.entries(secrets)) {
    expect(saved.includes(Buffer.from(secret).toString("latin1")), `${what} in the backup`).toBe(false);
    expect(kept.includes(secret), `${what} in the database`).toBe(false);
    expect(logged.join("").includes(secret), `${what} in the logs`).toBe(false);
  }
});
