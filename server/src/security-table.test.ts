import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { operations } from "./modules.ts";

/** Holds the table of acts in docs/security.md against the operations and the database's rules. */
const root = path.join(import.meta.dirname, "../..");
const text = await readFile(path.join(root, "docs/security.md"), "utf8");
const migrations = path.join(root, "server/migrations");
const sql = (
  await Promise.all((await readdir(migrations)).map((file) => readFile(path.join(migrations, file), "utf8")))
).join("\n");

const [, section = ""] = /## Acts that move money or identity\n([\s\S]*?)\n## /.exec(text) ?? [];
const rows = section
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
const named = (cell = ""): string[] => [...cell.matchAll(/`(\w+\.\w+)`/g)].map((match) => match[1] as string);
const listed = new Set(rows.flatMap(([act, second]) => [...named(act), ...named(second)]));

/** Nouns whose changes move neither money nor identity; what follows from them is decided again by acts of the table. */
const NEITHER = new Set(
  [
    "session mySessions password messages papers teachers rooms catalogue admissions projects classes timetable classChanges roster",
    "enrolments attendance courses lessons watching quizAttempts exams attendanceRules subsidyLists targets baseFigures departmentScopes",
    "samples jobs auditLog employees factLists search calendarFeed views mail inflows",
  ].flatMap((line) => line.split(" ")),
);
const NEITHER_OF_MIXED = new Set(
  [
    "people.search people.unmask me.changeContact me.uploadEvidence me.recordConsent groups.declare groups.withdraw substitutions.withdraw substitutions.consent substitutions.keepConsentPaper corrections.ask",
    "corrections.withdraw organisations.add organisations.order organisations.uploadEvidence organisations.editContact",
    "certificates.issue certificates.register declarations.declare declarations.addEvidence declarations.withdraw",
    "policy.adjudicate policy.counterfactuals policy.ways policy.entitlements claims.preview claims.create claims.confirm claims.decline",
    "policyDrafts.create policyDrafts.change policyDrafts.prove policyDrafts.assessImpact policyDrafts.return policyDrafts.withdraw",
    "policyDrafts.readParameters",
    "claims.withdraw claims.resubmit claims.askAgain claims.checkAgain claims.addFile anomalies.scan",
  ].flatMap((line) => line.split(" ")),
);

describe("acts that move money or identity", () => {
  it("every operation that changes data is in the table, or known to move neither", () => {
    const missing = [...operations]
      .filter(([id, { method }]) => method !== "GET" && !listed.has(id) && !NEITHER_OF_MIXED.has(id))
      .map(([id]) => id)
      .filter((id) => !NEITHER.has(id.split(".")[0] ?? ""));
    expect(missing, "Add the act to docs/security.md: who is the second, what they see, who is told.").toEqual([]);
  });

  it("the table names operations that exist", () => {
    expect([...listed].filter((id) => !operations.has(id))).toEqual([]);
  });

  it.each(rows.map((row) => [row[0] ?? "", row] as const))(
    "%s: names the second, what is shown, who is told",
    (_act, row) => {
      expect(row).toHaveLength(5);
      for (const cell of row) expect(cell).not.toBe("");
      for (const [, rule = ""] of (row[4] ?? "").matchAll(/`(\w+)`/g)) expect(sql).toContain(rule);
    },
  );
});
