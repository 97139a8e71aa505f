import { sql, type Database } from "../../kernel/database.ts";
import { onlineHours } from "../../learning/index.ts";
import { neededHours, ruleOfClass } from "./attendance-rule.ts";
import { offlineHours } from "../../training/index.ts";

/** Completion status of an enrolment. Hours are class hours of 45 minutes with two decimals. */
export interface Completion {
  offlineHours: number;
  /** All online hours; `countedHours` holds how many of them count. */
  onlineHours: number;
  /** offline + the smaller of online hours and the share that may be online. */
  countedHours: number;
  /** Required hours of the class. */
  required: number;
  /** Share of the timetable's hours attended, 0–100, rounded down; 100 for an empty timetable. */
  attendancePercent: number;
  /** Least attendance required locally; 0 without a rule. */
  minimumAttendancePercent: number;
  /** Counted hours that complete the class: the required ones, or fewer where the local rule says that its share is enough. */
  neededHours: number;
  /** Hours and attendance suffice to sit the exam. */
  complete: boolean;
  /** Result of the completion exam in force; null if none was sat. */
  examPassed: boolean | null;
}

interface Row {
  id: string;
  required: number;
  ratio: number;
  timetable: number;
  minimum: number | null;
  sufficient: boolean | null;
  passed: boolean | null;
}

/**
 * Hours, attendance and exam of each enrolment, derived from the facts at every call: offline + min(online, ratio × required) ≥
 * the needed hours, and the local rule of attendance. Unknown enrolments are absent from the map.
 */
export async function completionOf(db: Database, enrolmentIds: readonly string[]): Promise<Map<string, Completion>> {
  if (enrolmentIds.length === 0) return new Map();
  const ids = [...enrolmentIds];
  const rows = await sql<Row>`
    select e.id, c.required_hours as required, c.online_ratio as ratio,
      coalesce(t.hours, 0) as timetable, r.percent as minimum, r.sufficient, x.passed
    from enrolment e
    join training_class c on c.id = e.class_id
    left join lateral (
      select sum(s.hours) as hours from class_session s where s.class_id = e.class_id and not s.cancelled) t on true
    left join lateral ${ruleOfClass} r on true
    left join lateral (
      select bool_or(f.passed) as passed from exam_result f join exam on exam.id = f.exam_id
      where f.enrolment_id = e.id and exam.kind = 'completion'
        and not exists (select from exam_result newer where newer.replaces = f.id)) x on true
    where e.id = any(${ids}::uuid[])`.execute(db);
  const offline = await offlineHours(db, ids);
  const online = await onlineHours(db, ids);
  return new Map(
    rows.rows.map((row) => [row.id, toCompletion(row, offline.get(row.id) ?? 0, online.get(row.id) ?? 0)]),
  );
}

function toCompletion(row: Row, offline: number, online: number): Completion {
  const counted = offline + Math.min(online, row.ratio * row.required);
  const percent = row.timetable === 0 ? 100 : Math.floor((offline * 100) / row.timetable);
  const minimum = row.minimum ?? 0;
  const needed = neededHours(row.required, { percent: minimum, sufficient: row.sufficient === true });
  return {
    offlineHours: offline,
    onlineHours: online,
    countedHours: cents(counted),
    required: row.required,
    attendancePercent: percent,
    minimumAttendancePercent: minimum,
    neededHours: needed,
    complete: counted >= needed && percent >= minimum,
    examPassed: row.passed,
  };
}

/** Rounds down to two decimals: time that wasn't there is never credited. */
const cents = (hours: number): number => Math.floor(hours * 100 + 1e-6) / 100;
