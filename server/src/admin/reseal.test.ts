import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { makeBankCard } from "@jinengtong/standards";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSealer, loadSealingKeys } from "../adapters/seal/index.ts";
import { queueTexts } from "../kernel/outbox.ts";
import type { Services } from "../kernel/services.ts";
import { openCitizenId, openPayeeNumber, openPhone, setPayeeAccount } from "../people/index.ts";
import { aPerson, createTestApp, type TestApp } from "../test/index.ts";
import { rotateSealedData } from "./reseal.ts";
import { rotateSealedFiles } from "./reseal-files.ts";

let app: TestApp;
let rotated: Services;
const card = makeBankCard("621700000000001234");
let people: { id: string; citizenId: string; phone: string }[];
let payee: string;
let file: string;
let fileBefore: Buffer;

beforeAll(async () => {
  app = await createTestApp();
  people = [];
  for (let n = 0; n < 600; n += 1) people.push(await aPerson(app));
  payee = await app.work((context) =>
    setPayeeAccount(
      context,
      { personId: people[0]?.id ?? "" },
      { holderName: "示例", bankName: "示例银行", number: card },
    ),
  );
  await app.work((context) => queueTexts(context, [{ phone: "13800000000", template: "phone-code", text: "您好" }]));
  const scan = path.join(app.services.config.dataDir, "scan");
  await writeFile(scan, "证明材料");
  file = await app.work((context) =>
    app.services.files.keep(
      context,
      { temporaryPath: scan, sha256: Buffer.alloc(32), bytes: 12, mediaType: "image/png", name: "证明.png" },
      { purpose: "test", personal: true },
    ),
  );
  const stored = await app.services.pool.query("select sha256 from stored_file where id = $1", [file]);
  fileBefore = stored.rows[0]?.sha256 as Buffer;
  const keys = await loadSealingKeys({ env: {}, dataDir: app.services.config.dataDir, mayCreate: false });
  const sealer = createSealer({
    ...keys,
    keys: { ...keys.keys, k2: randomBytes(32) },
    current: "k2",
    lookup: keys.current,
  });
  rotated = { ...app.services, sealer };
});
afterAll(() => app.close());

describe("after the keys were rotated", () => {
  test("work that was stopped goes on where it was, and then there is nothing left to do", async () => {
    const stop = new Error("stopped");
    await expect(
      rotateSealedData(rotated, ({ resealed }) => {
        if (resealed >= 500) throw stop;
      }),
    ).rejects.toBe(stop);
    // Tables come by name: what stands before the persons was done, and 500 of their 600 numbers.
    expect(await rotateSealedData(rotated)).toBe(100 + 600);
    expect(await rotateSealedData(rotated)).toBe(0);
  });

  test("stored files of people are sealed again, and the old ones are gone", async () => {
    expect(await rotateSealedFiles(rotated)).toBe(1);
    expect(await rotateSealedFiles(rotated)).toBe(0);
    app.services.sealer = rotated.sealer;
    const { rows } = await app.services.pool.query("select sha256 from stored_file where id = $1", [file]);
    const now = rows[0]?.sha256 as Buffer;
    expect(now.equals(fileBefore)).toBe(false);
    expect(existsSync(app.services.files.pathOf(fileBefore))).toBe(false);
    const read = await app.work((context) => app.services.files.read(context, file));
    expect(read.content.toString()).toBe("证明材料");
  });

  test("all says what it said, and people are found by the same number", async () => {
    app.services.sealer = rotated.sealer;
    const [first, last] = [people[0], people.at(-1)];
    const opened = await app.work(async (context) => [
      await openCitizenId(context, first?.id ?? ""),
      await openPhone(context, last?.id ?? ""),
      await openPayeeNumber(context, payee),
    ]);
    expect(opened).toEqual([first?.citizenId, last?.phone, card]);
    const outbox = await app.anonymous.get<{ rows: { text: string; phoneMasked: string }[] }>("/api/v1/trial/outbox");
    expect(outbox.body.rows[0]).toMatchObject({ text: "您好", phoneMasked: "138****0000" });
    const reviewer = await app.as("reviewer");
    const found = await reviewer.post<{ rows: { id: string }[] }>("/api/v1/people/search", {
      citizenId: first?.citizenId,
    });
    expect(found.body.rows.map((row) => row.id)).toEqual([first?.id]);
  });
});
