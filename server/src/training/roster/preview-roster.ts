import { groupsRead } from "@jinengtong/policy";
import type { Context } from "../../kernel/context.ts";
import { Problem } from "../../kernel/problem.ts";
import { judgeRoster, type RosterJudgement } from "./judge-roster.ts";
import type { RosterClass } from "./roster-facts.ts";
import { rosterFacts } from "./roster-facts.ts";
import { readRoster, type RosterRow } from "./roster-sheet.ts";
import { saveTask, type RosterTask } from "./roster-task.ts";

/** Reads and judges the file of an import and stores the findings; enrols nobody yet. */
export async function previewRoster(context: Context, task: RosterTask): Promise<void> {
  try {
    const sheet = await readRosterOf(context, task);
    const { good, errors, warnings, known } = await judge(context, task, sheet.rows);
    await saveTask(context, task.id, {
      state: "done",
      total: sheet.rowCount,
      done: sheet.rowCount,
      failed: sheet.rowCount - good.length - known.length,
      result: {
        rowCount: sheet.rowCount,
        accepted: good.map(({ row }) => row.rowNumber),
        errors: [...sheet.errors, ...errors].toSorted((a, b) => a.rowNumber - b.rowNumber),
        warnings,
        known,
        ignoredHeaders: sheet.ignoredHeaders,
        notes: sheet.notes,
        refused: null,
      },
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422) throw error;
    const nothing = { rowCount: 0, accepted: [], errors: [], warnings: [], known: [], ignoredHeaders: [], notes: [] };
    const result = { ...nothing, refused: error.message };
    await saveTask(context, task.id, { state: "failed", result });
  }
}

/** Rows of the stored file; a row without a class is for the import's class. */
export async function readRosterOf(context: Context, task: RosterTask) {
  const file = await context.services.files.read(context, task.input.fileId);
  const sheet = await readRoster(file.content);
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({ ...row, classNumber: row.classNumber ?? task.input.classNumber })),
  };
}

/** Judges rows on current facts; `lock` keeps those facts until the transaction ends. */
export async function judge(
  context: Context,
  task: RosterTask,
  rows: readonly RosterRow[],
  lock = false,
): Promise<RosterJudgement> {
  const facts = await rosterFacts(context, task.organisation_id, rows, lock);
  const wanted = new Map<string, ReadonlySet<string>>();
  return judgeRoster(rows, facts, (target: RosterClass) => {
    const known = wanted.get(target.id);
    if (known) return known;
    // Only a hint: the policy decides entitlement from facts.
    const policy = context.services.policies.shownOn(target.policyId, context.today);
    const groups = policy ? groupsRead(policy, target.benefit) : new Set<string>();
    wanted.set(target.id, groups);
    return groups;
  });
}
