import { spawnSync } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { aClaim, bankLine, COUNTY, paymentDesk } from "../test/index.ts";
import { ledgerVerifier } from "./books/invariants.ts";
import { releaseClaim, reserveClaims } from "./reserve.ts";

const desk = paymentDesk();

describe("money set aside", () => {
  it("is refused in words where the quota does not reach", async () => {
    await desk.aPayable(900_000);
    const claim = await aClaim(desk.app, { state: "first-passed", amountFen: 200_000, sourceId: desk.source });
    await expect(
      desk.app.work((context) =>
        reserveClaims(context, [
          { id: claim.id, number: claim.number, sourceId: desk.source, amountFen: 200_000, region: COUNTY },
        ]),
      ),
    ).rejects.toMatchObject({ code: "quota-exhausted", message: expect.stringContaining("1,000.00 元") });
  });
  it("comes back when an objection is upheld, and can be set aside again", async () => {
    const claim = await desk.aPayable();
    const asked = { id: claim.id, number: claim.number, sourceId: desk.source, amountFen: 120_000, region: COUNTY };
    await desk.app.work((context) => releaseClaim(context, asked));
    await desk.app.work((context) => releaseClaim(context, asked));
    expect(await desk.money()).toMatchObject({ available: 1_000_000, reserved: 0 });
    await desk.app.work((context) => reserveClaims(context, [asked]));
    expect(await desk.money()).toMatchObject({ available: 880_000, reserved: 120_000 });
  });
});

describe("the books", () => {
  it("show for any period what was, what moved and what is", async () => {
    await desk.sent([await desk.aPayable()]);
    const { body } = await desk.maker.get<{
      accounts: { code: string; openingFen: number; debitFen: number; creditFen: number; closingFen: number }[];
    }>(`/api/v1/fund/sources/${desk.source}/statement?from=2020-07-01&to=2020-07-31`);
    const bank = body.accounts.find((account) => account.code === "bank");
    expect(bank).toMatchObject({ openingFen: 1_000_000, debitFen: 0, creditFen: 120_000, closingFen: 880_000 });
  });

  it.skipIf(spawnSync("hledger", ["--version"]).error !== undefined)("pass hledger's own check", async () => {
    const batch = await desk.sent([await desk.aPayable(), await desk.aPayable()]);
    await desk.maker.post("/api/v1/bank-returns", {
      lines: [bankLine(batch, 1, "paid"), bankLine(batch, 2, "returned", { reason: "户名不符; 请核对" })],
    });
    const journal = await desk.maker.get(`/api/v1/fund/sources/${desk.source}/journal`);
    const file = path.join(await mkdtemp(path.join(tmpdir(), "journal-")), "books.journal");
    await writeFile(file, String(journal.body));
    const environment = { env: { ...process.env, LC_ALL: "C.UTF-8" }, encoding: "utf8" as const };
    expect(spawnSync("hledger", ["-f", file, "check", "--strict", "ordereddates"], environment)).toMatchObject({
      status: 0,
    });
    expect(spawnSync("hledger", ["-f", file, "bal", "资金:财政专户存款"], environment).stdout).toContain("8800.00");
  });
});

it("leaves books that keep every promise", async () => {
  expect((await ledgerVerifier.run(desk.app.services)).differences).toEqual([]);
});
