import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verify } from "../admin/verify.ts";
import { createTestApp, type TestApp } from "../test/index.ts";
import { DEMO_PASSWORD } from "../access/index.ts";
import { loadCounty } from "./index.ts";

interface Home {
  queues: { code: string; count: number; overdue?: number }[];
  sessions: { startsAt: string; endsAt: string }[];
  live: unknown[];
}

/**
 * Beijing time: in the small hours, before lessons, at noon of a holiday, minutes before a new year, between lessons of the Spring
 * Festival.
 */
const MOMENTS = [
  "2026-11-23T03:10:00+08:00",
  "2026-06-12T08:20:00+08:00",
  "2026-05-01T12:00:00+08:00",
  "2026-12-31T23:57:00+08:00",
  "2026-02-18T16:45:00+08:00",
];

const short = ({ queues }: Home, least: Record<string, number>): string[] =>
  Object.entries(least)
    .map(([code, n]) => ({ code, n, count: queues.find((queue) => queue.code === code)?.count ?? 0 }))
    .filter(({ count, n }) => count < n)
    .map(({ code, count }) => `${code}: ${count}`);

describe.each(MOMENTS)("the demo county made at %s", (moment) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ now: moment });
    await loadCounty(app.services, app.ownerUrl, { people: 400 });
  }, 120_000);
  afterAll(() => app.close());

  const homeOf = async (username: string, path: string): Promise<Home> => {
    const client = await app.signIn(username, DEMO_PASSWORD);
    const answer = await client.get<Home>(path);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer.body;
  };
  const rowsOf = async (username: string, path: string) => {
    const client = await app.signIn(username, DEMO_PASSWORD);
    return (await client.get<{ rows: unknown[] }>(path)).body.rows.length;
  };
  it("keeps every promise that the platform checks", async () => {
    const report = await verify(app.services);
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
  });

  it("gives the bureau something in every queue, some of it late", async () => {
    const home = await homeOf("reviewer1", "/api/v1/bureau/home");
    const least = {
      admissions: 8,
      classes: 8,
      "class-changes": 8,
      "claims-first": 8,
      "claims-second": 6,
      objections: 8,
      cancellations: 5,
      "certificate-declarations": 8,
      "person-groups": 8,
      anomalies: 1,
    };
    expect(short(home, least)).toEqual([]);
    const late = ["admissions", "classes", "class-changes", "claims-first", "claims-second", "objections"];
    expect(late.filter((code) => !home.queues.find((queue) => queue.code === code)?.overdue)).toEqual([]);
    expect(home.live.length).toBeGreaterThan(0);
  });

  it("shows single entries, rules of attendance and expected money, decided and waiting", async () => {
    for (const state of ["submitted", "confirmed", "refused"])
      expect([state, await rowsOf("reviewer1", `/api/v1/person-entries?state=${state}`)]).not.toEqual([state, 0]);
    expect(await rowsOf("reviewer2", "/api/v1/attendance-rules")).toBeGreaterThan(1);
    expect(await rowsOf("finance1", "/api/v1/fund/inflows")).toBeGreaterThan(1);
  });

  it("gives each hand of the finance office a batch", async () => {
    const first = await homeOf("finance1", "/api/v1/finance/home");
    const least = { payables: 4, "batches-draft": 1, "batches-to-send": 1, "batches-at-bank": 1, clawbacks: 8 };
    expect(short(first, least)).toEqual([]);
    const second = await homeOf("finance2", "/api/v1/finance/home");
    expect(short(second, { "batches-to-release": 1 })).toEqual([]);
  });

  it("has work for the institution and a session under way, which the learner has not signed in to", async () => {
    const institution = await homeOf("institution", "/api/v1/institution/home");
    const least = { "enrolments-applied": 8, "results-due": 1, "classes-draft": 1, "classes-returned": 1 };
    expect(short(institution, least)).toEqual([]);
    const { sessions } = institution;
    const now = Date.parse(moment);
    expect(
      sessions.filter((one) => Date.parse(one.startsAt) <= now && now < Date.parse(one.endsAt)).length,
    ).toBeGreaterThan(0);
    const learner = await app.signIn("learner", DEMO_PASSWORD);
    const home = await learner.get<{ next: { kind: string; mine: boolean }[]; unread: number }>("/api/v1/me/home");
    expect(home.body.next[0]).toMatchObject({ kind: "sign-in", mine: true });
    expect(home.body.unread).toBeGreaterThan(0);
  });

  it("shows the public figures that are not nought", async () => {
    const answer = await app.anonymous.get<{ figures: { measure: string; value: number }[]; openClasses: number }>(
      "/api/v1/public/home",
    );
    expect(answer.body.figures.filter(({ value }) => value === 0)).toEqual([]);
    expect(answer.body.openClasses).toBeGreaterThan(0);
  });
});
