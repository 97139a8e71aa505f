import { ageWarning, type Group, groups, maskCitizenId, maskPersonName, samePersonName } from "@jinengtong/standards";
import { ROSTER_OPEN } from "./add-learner.ts";
import type { RosterClass, RosterFacts } from "./roster-facts.ts";
import type { RosterRow, RowFinding } from "./roster-sheet.ts";
import { TEACHES_HERE } from "./teaching.ts";

/** Result of judging a roster: rows to enrol, errors, and warnings for the clerk. */
export interface RosterJudgement {
  good: { row: RosterRow; target: RosterClass }[];
  errors: RowFinding[];
  warnings: RowFinding[];
  /** Rows of learners who are on the roster already: nothing to do and nothing to mend. */
  known: number[];
}

/** Judges each row: by itself, against the rows above it, and against the database's facts. Pure. */
export function judgeRoster(
  rows: readonly RosterRow[],
  facts: RosterFacts,
  groupsOf: (target: RosterClass) => ReadonlySet<string>,
): RosterJudgement {
  const result: RosterJudgement = { good: [], errors: [], warnings: [], known: [] };
  const seats = new Map<string, number>();
  const seen = new Map<string, { rowNumber: number; classId: string }[]>();
  for (const row of rows) {
    const found = (column: string, code: string, sentence: string): RowFinding => ({
      rowNumber: row.rowNumber,
      column,
      value: valueOf(row, column),
      code,
      sentence,
    });
    const target = facts.classes.get(row.classNumber ?? "");
    const refusal = target === undefined ? unknownClass(row) : refuse(row, target);
    if (target === undefined || refusal !== null) {
      if (refusal?.code === "already-enrolled") result.known.push(row.rowNumber);
      else if (refusal !== null) result.errors.push(found(refusal.column, refusal.code, refusal.sentence));
      continue;
    }
    seats.set(target.id, (seats.get(target.id) ?? target.seatsTaken) + 1);
    seen.set(row.citizenId, [...(seen.get(row.citizenId) ?? []), { rowNumber: row.rowNumber, classId: target.id }]);
    result.good.push({ row, target });
    const age = ageWarning(row.citizenId, facts.today);
    if (age !== null) result.warnings.push(found("身份证号", age.code, age.sentence));
    const wanted = groupsOf(target);
    const own = [row.groupCode, ...(facts.people.get(facts.hashOf(row.citizenId))?.groups ?? [])];
    if (wanted.size > 0 && !own.some((code) => code !== null && wanted.has(code)))
      result.warnings.push(
        found("人员类别", "group-not-covered", `该班补贴面向${labels(wanted)}，请核对人员类别和佐证材料`),
      );
  }
  return result;

  function refuse(row: RosterRow, target: RosterClass): Refusal | null {
    if (!ROSTER_OPEN.includes(target.state))
      return {
        column: "班级编号",
        code: "roster-frozen",
        sentence: "该班已开班或已结束，花名册已锁定，请提交变更申请",
      };
    const earlier = seen.get(row.citizenId) ?? [];
    const twice = earlier.find((each) => each.classId === target.id);
    if (twice) return onId("duplicate-row", `与第 ${twice.rowNumber} 行是同一个人，请删去一行`);
    const person = facts.people.get(facts.hashOf(row.citizenId));
    if (person !== undefined && !samePersonName(person.name, row.name))
      return { column: "姓名", code: "person-name-mismatch", sentence: "姓名与该身份证号已登记的不一致，请核对证件" };
    if (person !== undefined && facts.withdrawn.has(person.id))
      return onId("consent-withdrawn", "本人已收回个人信息处理的同意，请本人在“我的同意”中重新同意后再报");
    const age = ageWarning(row.citizenId, facts.today);
    if (age?.code === "too-young") return onId(age.code, age.sentence);
    const pair = `${target.id} ${person?.id ?? ""}`;
    if (facts.enrolled.has(pair)) return onId("already-enrolled", "该学员已在本班花名册上，无需再次导入");
    if (facts.teaching.has(pair)) return onId("teacher-is-learner", TEACHES_HERE);
    const clash = facts.clashes.get(pair);
    if (clash !== undefined) return onId("learner-in-two-places", `与已参加的“${clash}”上课时间冲突`);
    const inFile = earlier.find((each) => facts.overlapping.has(`${target.id} ${each.classId}`));
    if (inFile) return onId("learner-in-two-places", `与第 ${inFile.rowNumber} 行所报的班上课时间冲突`);
    if ((seats.get(target.id) ?? target.seatsTaken) >= target.capacity)
      return { column: "班级编号", code: "class-full", sentence: `该班 ${target.capacity} 个名额已满` };
    return null;
  }
}

interface Refusal {
  column: string;
  code: string;
  sentence: string;
}

/** Content of the cell that a finding names, personal data masked. */
function valueOf(row: RosterRow, column: string): string {
  if (column === "身份证号") return maskCitizenId(row.citizenId);
  if (column === "姓名") return maskPersonName(row.name);
  if (column === "班级编号") return row.classNumber ?? "";
  return row.groupCode === null ? "" : groups.label(row.groupCode);
}

const onId = (code: string, sentence: string): Refusal => ({ column: "身份证号", code, sentence });
const unknownClass = (row: RosterRow): Refusal =>
  row.classNumber === null
    ? { column: "班级编号", code: "class-missing", sentence: "请填写班级编号" }
    : { column: "班级编号", code: "class-unknown", sentence: "本单位没有这个编号的培训班，请核对" };
const labels = (codes: ReadonlySet<string>): string =>
  [...codes].map((code) => (groups.has(code) ? groups.label(code satisfies Group) : code)).join("、");
