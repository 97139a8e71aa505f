/* oxlint-disable vitest/no-standalone-expect -- a test calls what is compared here */
import { readSheet } from "../adapters/spreadsheet/index.ts";
import { expect } from "vitest";
import { factDifferences, refreshFacts } from "../reporting/facts/refresh.ts";
import type { TestApp, TestClient } from "./app.ts";

interface Table {
  total: number;
  rows: { code: string; label: string; value: number }[];
}
interface Use {
  spentFen: number;
  reservedFen: number;
  months: { month: string; spentFen: number }[];
  sources: { name: string; spentFen: number }[];
  benefits: { label: string; spentFen: number }[];
}
interface Figures {
  figures: { code: string; value: number }[];
}
interface Overview {
  figures: { measure: string; total: number; value: number }[];
}
interface Source {
  id: string;
  name: string;
  spentFen: number;
  reservedFen: number;
}

/** Net amounts by month, months of nothing left out. */
export interface Months {
  approved: Record<string, number>;
  paid: Record<string, number>;
}

const pairs = (rows: readonly [string, number][]) =>
  [...Map.groupBy(rows, ([name]) => name)]
    .map(([name, all]): [string, number] => [name, all.reduce((sum, [, value]) => sum + value, 0)])
    .filter(([, value]) => value !== 0)
    .toSorted();
const total = (amounts: readonly number[]): number => amounts.reduce((sum, fen) => sum + fen, 0);

const parse = (cell: string) => ({ ok: true as const, value: Number(cell.replaceAll(",", "")) });

/** Every page, sheet and home that shows a figure of money or of people, read as those who see it, and compared. */
export class FigurePages {
  readonly #app: TestApp;
  officer!: TestClient;
  finance!: TestClient;
  auditor!: TestClient;

  constructor(app: TestApp) {
    this.#app = app;
  }

  /** Again after the clock was moved by days: sessions end. */
  async signIn(): Promise<void> {
    [this.officer, this.finance, this.auditor] = [
      await this.#app.as("reviewer"),
      await this.#app.as("finance"),
      await this.#app.as("auditor"),
    ];
  }

  async cut(by: string, measure = "paid", client = this.officer): Promise<Table> {
    return (await client.get<Table>(`/api/v1/statistics?measure=${measure}&by=${by}`)).body;
  }

  async cell(by: string, code: string): Promise<number> {
    return (await this.cut(by)).rows.find((row) => row.code === code)?.value ?? 0;
  }

  async figure(client: TestClient, url: string, code: string): Promise<number | undefined> {
    return (await client.get<Figures>(url)).body.figures.find((figure) => figure.code === code)?.value;
  }

  /** Compares the pages and returns what the months show. */
  async agree(): Promise<Months> {
    await this.#app.drain();
    await refreshFacts(this.#app.services);
    expect((await factDifferences(this.#app.services.database)).differences).toEqual([]);
    const use = (await this.#app.anonymous.get<Use>("/api/v1/public/fund-use")).body;
    const months = await this.#statistics(use);
    await this.#sheets();
    await this.#books(use);
    await this.#waiting();
    await this.#institutions();
    await this.people();
    return months;
  }

  async #statistics(use: Use): Promise<Months> {
    const [month, source, benefit] = [await this.cut("month"), await this.cut("source"), await this.cut("benefit")];
    expect([month.total, source.total, benefit.total]).toEqual([use.spentFen, use.spentFen, use.spentFen]);
    const months = pairs(month.rows.map((row) => [row.code, row.value]));
    expect(months).toEqual(pairs(use.months.map((row) => [row.month, row.spentFen])));
    expect(pairs(source.rows.map((row) => [row.label, row.value]))).toEqual(
      pairs(use.sources.map((row) => [row.name, row.spentFen])),
    );
    expect(pairs(benefit.rows.map((row) => [row.label, row.value]))).toEqual(
      pairs(use.benefits.map((row) => [row.label, row.spentFen])),
    );
    const approved = await this.cut("month", "approved");
    expect(approved.total).toBe(use.spentFen + use.reservedFen);
    for (const [measure, sum] of [
      ["paid", use.spentFen],
      ["approved", approved.total],
    ] as const) {
      const { rows } = (
        await this.officer.get<{ rows: Record<string, number>[] }>(`/api/v1/statistics/rows?measure=${measure}`)
      ).body;
      expect(total(rows.map((row) => row[`${measure}Fen`] ?? 0))).toBe(sum);
    }
    expect(await this.#traced()).toEqual({ approvedFen: approved.total, paidFen: use.spentFen });
    const now = this.#app.services.clock.now().toISOString().slice(0, 7);
    const thisMonth = months.find(([code]) => code === now)?.[1] ?? 0;
    expect(await this.figure(this.auditor, "/api/v1/audit/home", "paid-month")).toBe(thisMonth);
    return {
      approved: Object.fromEntries(pairs(approved.rows.map((row) => [row.code, row.value]))),
      paid: Object.fromEntries(months),
    };
  }

  /** The sums of all classes' traces. */
  async #traced(): Promise<{ approvedFen: number; paidFen: number }> {
    const totals = { approvedFen: 0, paidFen: 0 };
    for (const { id } of await this.#app.services.database.selectFrom("training_class").select("id").execute()) {
      const traced = await this.auditor.get<{ totals: typeof totals }>(`/api/v1/trace/classes/${id}`);
      totals.approvedFen += traced.body.totals.approvedFen;
      totals.paidFen += traced.body.totals.paidFen;
    }
    return totals;
  }

  /** A workbook that is taken away holds the figures of its page. */
  async #sheets(): Promise<void> {
    for (const [measure, by, heading] of [
      ["paid", "month", "支付金额（元）"],
      ["approved", "source", "核定金额（元）"],
      ["persons", "town", "培训人数（人）"],
    ] as const) {
      const shown = await this.cut(by, measure);
      const cells = await this.sheet(`/api/v1/statistics/export?measure=${measure}&by=${by}`, heading);
      const scale = measure === "persons" ? 1 : 100;
      expect(cells.map((cell) => Math.round(cell * scale))).toEqual([
        ...shown.rows.map((row) => row.value),
        shown.total,
      ]);
    }
    for (const [measure, heading] of [
      ["paid", "支付金额（元）"],
      ["approved", "核定金额（元）"],
    ] as const) {
      const cells = await this.sheet(`/api/v1/statistics/rows/export?measure=${measure}`, heading);
      expect(Math.round(total(cells) * 100)).toBe((await this.cut("month", measure)).total);
    }
  }

  /** The numbers of a column of a workbook, empty cells left out. */
  async sheet(url: string, header: string, client = this.officer): Promise<number[]> {
    const file = await client.inject({ url });
    expect(file.statusCode).toBe(200);
    const read = await readSheet(file.rawPayload, { amount: { header, required: false, parse } });
    expect(read.errors).toEqual([]);
    return read.rows.flatMap(({ values }) => (values.amount === null ? [] : [values.amount as number]));
  }

  /** Sources, statements, homes and the public page on one day. */
  async #books(use: Use): Promise<void> {
    const { rows } = (await this.finance.get<{ rows: Source[] }>("/api/v1/fund/sources")).body;
    expect(total(rows.map((row) => row.spentFen))).toBe(use.spentFen);
    expect(total(rows.map((row) => row.reservedFen))).toBe(use.reservedFen);
    const sheet = await this.sheet("/api/v1/fund/sources/export", "已支付（元）", this.finance);
    expect(sheet.map((yuan) => Math.round(yuan * 100))).toEqual(rows.map((row) => row.spentFen));
    expect(await this.figure(this.finance, "/api/v1/finance/home", "spent")).toBe(use.spentFen);
    expect(await this.figure(this.finance, "/api/v1/finance/home", "reserved")).toBe(use.reservedFen);
    const today = await this.#app.work((context) => Promise.resolve(context.today));
    for (const { id, spentFen, reservedFen } of rows) {
      const { accounts } = (
        await this.finance.get<{ accounts: { code: string; closingFen: number }[] }>(
          `/api/v1/fund/sources/${id}/statement?from=2019-12-31&to=${today}`,
        )
      ).body;
      const closing = (code: string) => Math.abs(accounts.find((line) => line.code === code)?.closingFen ?? 0);
      expect([closing("spent"), closing("reserved")]).toEqual([spentFen, reservedFen]);
    }
  }

  /** Money that waits: the line of each source, what finance may batch, and its home. */
  async #waiting(): Promise<void> {
    const listed = (
      await this.finance.get<{ rows: { claimId: string; amountFen: number }[]; totalFen: number }>(
        "/api/v1/fund/payables?limit=100",
      )
    ).body;
    expect(await this.figure(this.finance, "/api/v1/finance/home", "payable")).toBe(listed.totalFen);
    expect(total(listed.rows.map((row) => row.amountFen))).toBe(listed.totalFen);
    const sources = new Map<string, { last: number; of: number; sum: number }>();
    for (const { claimId, amountFen } of listed.rows) {
      const { line } = (
        await this.officer.get<{ line: { of: number; aheadFen: number; sourceName: string } }>(
          `/api/v1/claims/${claimId}/payment-outlook`,
        )
      ).body;
      const seen = sources.get(line.sourceName) ?? { last: 0, of: line.of, sum: 0 };
      sources.set(line.sourceName, {
        last: Math.max(seen.last, line.aheadFen + amountFen),
        of: line.of,
        sum: seen.sum + amountFen,
      });
    }
    for (const { last, sum } of sources.values()) expect(last).toBe(sum);
  }

  /** An institution's home shows what it was paid itself; its figures show that and what its learners were paid, and say so. */
  async #institutions(): Promise<void> {
    const { database } = this.#app.services;
    const found = await database.selectFrom("training_class").select("organisation_id").distinct().execute();
    for (const { organisation_id: organisationId } of found) {
      const own = await this.#app.as("institution", { organisationId });
      const home = await this.figure(own, "/api/v1/institution/home", "money-paid");
      const personal = await database
        .selectFrom("claim")
        .innerJoin("training_class as t", "t.id", "claim.class_id")
        .select((row) => row.fn.coalesce(row.fn.sum<number>("claim.paid_fen"), row.lit(0)).as("fen"))
        .where("t.organisation_id", "=", organisationId)
        .where("claim.payee_kind", "=", "person")
        .where("claim.state", "in", ["paid", "recovering"])
        .executeTakeFirstOrThrow();
      expect((await this.cut("month", "paid", own)).total).toBe((home ?? 0) + Number(personal.fen));
    }
  }

  /** People and certificates on the public page, in the overview, by town and by month. */
  async people(): Promise<Record<string, number>> {
    const overview = (await this.officer.get<Overview>("/api/v1/statistics/overview")).body.figures;
    const known = Object.fromEntries(overview.map(({ measure, total: sum }) => [measure, sum]));
    const home = (await this.#app.anonymous.get<Overview>("/api/v1/public/home")).body.figures;
    expect(home.map(({ measure, value }) => [measure, value])).toEqual(
      home.map(({ measure }) => [measure, known[measure]]),
    );
    for (const measure of ["person-times", "persons", "certificates"])
      expect((await this.cut("none", measure)).total).toBe(known[measure]);
    for (const by of ["town", "month"]) {
      const { rows } = await this.cut(by, "person-times");
      expect(total(rows.map((row) => row.value))).toBe(known["person-times"]);
    }
    return known;
  }
}
