import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { operations } from "./modules.ts";

/** Holds the table of acts in docs/security.md against the operations and the database's rules. */
const root = path.join(import.meta.dirname, "../..");
const document = await readFile(path.join(root, "docs/security.md"), "utf8");
const migrations = path.join(root, "server/migrations");
const sql = (
  await Promise.all((await readdir(migrations)).map((file) => readFile(path.join(migrations, file), "utf8")))
).join("\n");

const [, section = ""] = /## Acts that move money or identity\n([\s\S]*?)\n## /.exec(document) ?? [];
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
    "samples jobs auditLog employees factLists search calendarFeed views mail inflows periodForms classTalk leaveRequests classWishes classFeedback",
    "posts postings gateChecks reviewClasses pilotCandidates pilotResults masterSchemes masterAppointments",
    "posts postings gateChecks reviewClasses evaluationSites",
  ].flatMap((line) => line.split(" ")),
);
const NEITHER_OF_MIXED = new Set(
  [
    "people.search people.unmask me.changeContact me.uploadEvidence me.recordConsent groups.declare groups.withdraw substitutions.withdraw substitutions.consent substitutions.keepConsentPaper corrections.ask",
    "corrections.withdraw organisations.add organisations.order organisations.uploadEvidence organisations.editContact",
    "certificates.issue certificates.register declarations.declare declarations.addEvidence declarations.withdraw",
    "policy.adjudicate policy.counterfactuals policy.ways policy.entitlements policy.estimate claims.preview claims.create claims.confirm claims.decline",
    "policyDrafts.create policyDrafts.change policyDrafts.prove policyDrafts.assessImpact policyDrafts.return policyDrafts.withdraw",
    "policyDrafts.readParameters workLicences.addScan periodReturns.previewRows periodReturns.markRows",
    "pilots.propose pilots.decide",
    "evaluationStaff.recordTraining evaluationStaff.recordYear evaluationBatches.create evaluationBatches.edit evaluationBatches.publish",
    "evaluationBatches.cancel evaluationBatches.closeRegistration evaluationBatches.arrange evaluationBatches.assign evaluationBatches.sendSupervisor",
    "evaluationBatches.start evaluationBatches.finish evaluationBatches.recordUpload evaluationBatches.archive evaluationPapers.add evaluationPapers.draw",
    "evaluationCandidates.import evaluationCandidates.preview evaluationCandidates.mark evaluationCandidates.addClass evaluationCandidates.check",
    "evaluationCandidates.decide evaluationCandidates.edit evaluationCandidates.addPaper evaluationScores.preview evaluationScores.mark",
    "evaluationDuties.present evaluationDuties.declareConflict evaluationDuties.supervise",
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

const server = path.join(root, "server/src");
const sources = new Map<string, string>();
for (const file of await readdir(server, { recursive: true }))
  if (file.endsWith(".ts") && !/\.test\.ts$|^(?:test|demo)\/|\/demo\//u.test(file))
    sources.set(file, await readFile(path.join(server, file), "utf8"));

const moduleOf = (file: string): string => file.split("/")[0] ?? "";
const namesIn = (list = ""): string[] => list.split(",").map((name) => name.trim().replace(/^type /u, ""));
/** Files that a file takes something from; of another module's face, those that hold what it takes. */
const importsOf = (file: string): string[] =>
  [...(sources.get(file) ?? "").matchAll(/import (?:type )?\{([^}]*)\} from "(\.[^"]+)"/gu)].flatMap(
    ([, names, from = ""]) => {
      const to = path.join(path.dirname(file), from);
      if (!to.endsWith("index.ts")) return [to];
      const wanted = new Set(namesIn(names));
      return [...(sources.get(to) ?? "").matchAll(/export \{([^}]*)\} from "(\.[^"]+)"/gu)]
        .filter(([, given]) => namesIn(given).some((name) => wanted.has(name)))
        .map(([, , held = ""]) => path.join(path.dirname(to), held));
    },
  );
const emitted = (text: string): string[] =>
  [...text.matchAll(/\.emit\(\s*"([\w-]+)"/gu)].map(([, event = ""]) => event);
/** Files that take up an event. */
const takenUp = (event: string): string[] =>
  [...sources].flatMap(([file, text]) => (new RegExp(`event: "${event}"`, "u").test(text) ? [file] : []));

/** Whatever an act may do: its file, what that uses, and who hears its events. */
function reach(id: string): string {
  const op = operations.get(id);
  const own = [...sources].filter(
    ([, text]) => text.includes(`path: "${op?.path ?? ""}"`) && text.includes(`method: "${op?.method ?? ""}"`),
  );
  const open = own.map(([file]) => file);
  const seen = new Set<string>();
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file) || moduleOf(file) === "kernel") continue;
    seen.add(file);
    open.push(...importsOf(file).filter((each) => sources.has(each)));
    open.push(...emitted(sources.get(file) ?? "").flatMap(takenUp));
  }
  return [...seen].map((file) => sources.get(file) ?? "").join("\n");
}

/** A kind of message as a source has it: in quotes, or the beginning of a template. */
const written = (code: string): string => (code.endsWith("-") ? `\`${code}\${` : `"${code}"`);

describe("who is told", () => {
  it.each(rows.filter((row) => /`[\w-]+[`…]/u.test(row[3] ?? "")).map((row) => [row[0] ?? "", row] as const))(
    "%s: by a message that the acts send",
    (_act, row) => {
      const texts = [...named(row[0]), ...named(row[1])].map(reach).join("\n");
      const codes = [...(row[3] ?? "").matchAll(/`([\w-]+)…?`/gu)].map(([, code = ""]) => code);
      expect(codes.filter((code) => !texts.includes(written(code)))).toEqual([]);
    },
  );

  it("nobody else than the table says so is told nothing", () => {
    const silent = rows.filter((row) => !/`[\w-]+…?`/u.test(row[3] ?? "")).map((row) => `${row[0]}: ${row[3]}`);
    expect(silent.filter((told) => !/nobody|audit log|everybody|the account|by text/u.test(told))).toEqual([]);
  });
});
