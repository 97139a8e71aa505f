import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "./test/index.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const parameter = { name: "livingAllowance.perDayFen", value: 5_000, effectiveFrom: "2020-01-01", source: "会议纪要" };
const scope = { kind: "group", code: "registered-unemployed", departmentId: crypto.randomUUID(), clause: "十六" };

/** Settings of the whole county. */
const settings: [what: string, method: "POST" | "PUT" | "DELETE", url: string, body: object][] = [
  ["a local parameter", "POST", "/api/v1/policy/rugao-2019/parameters", parameter],
  ["the decision on a parameter", "POST", "/api/v1/policy-parameters/1/decision", { agreed: true }],
  ["a reading", "POST", "/api/v1/policy/rugao-2019/readings", { reading: "any", chosen: "any", source: "会议纪要" }],
  ["the decision on a reading", "POST", "/api/v1/policy-readings/1/decision", { agreed: true }],
  ["a draft of a policy", "POST", "/api/v1/policy-drafts", { programme: "rugao-2019", title: "调整标准" }],
  [
    "a draft's files",
    "PUT",
    `/api/v1/policy-drafts/${crypto.randomUUID()}/files`,
    { revision: 1, changes: [{ path: "manifest.json", content: {} }] },
  ],
  ["a draft's proof", "POST", `/api/v1/policy-drafts/${crypto.randomUUID()}/proof`, {}],
  ["a draft's impact", "POST", `/api/v1/policy-drafts/${crypto.randomUUID()}/impact`, {}],
  ["a draft's submission", "POST", `/api/v1/policy-drafts/${crypto.randomUUID()}/submission`, {}],
  ["a draft's signature", "POST", `/api/v1/policy-drafts/${crypto.randomUUID()}/signature`, { digest: "sha256:" }],
  ["a draft's return", "POST", `/api/v1/policy-drafts/${crypto.randomUUID()}/return`, { reason: "再改一改" }],
  ["a draft's end", "POST", `/api/v1/policy-drafts/${crypto.randomUUID()}/withdrawal`, { reason: "不再需要" }],
  ["an office's scope", "PUT", "/api/v1/department-scopes", scope],
  ["the end of a scope", "DELETE", "/api/v1/department-scopes", { kind: "group", code: "registered-unemployed" }],
  [
    "the least attendance",
    "POST",
    "/api/v1/attendance-rules",
    { effectiveFrom: "2030-01-01", minimumPercent: 80, source: "会议纪要" },
  ],
  [
    "a proposed rule of attendance",
    "POST",
    `/api/v1/attendance-rules/${crypto.randomUUID()}/decision`,
    { agreed: true },
  ],
];

describe.each([
  ["of a town", "320682103"],
  ["of another county", "320681"],
])("an officer %s", (_where, region) => {
  it.each(settings)("doesn't change %s", async (_what, method, url, body) => {
    const officer = await app.as("reviewer", { region });
    const { cookie, csrfToken } = officer;
    const answer = await officer.inject({ method, url, payload: body, headers: { cookie, "x-csrf-token": csrfToken } });
    expect(answer.statusCode).toBe(403);
  });
});
