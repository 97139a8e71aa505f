import { sql, type Database } from "../kernel/database.ts";
import { onlineHours } from "../learning/index.ts";
import { offlineHours } from "../training/index.ts";

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
  passed: boolean | null;
}

/**
 * Hours, attendance and exam of each enrolment, derived from the facts at every call: offline + min(online, ratio × required) ≥
 * required, and the local attendance rule. Unknown enrolments are absent from the map.
 */
export async function completionOf(db: Database, enrolmentIds: readonly string[]): Promise<Map<string, Completion>> {
  if (enrolmentIds.length === 0) return new Map();
  const ids = [...enrolmentIds];
  const rows = await sql<Row>`
    select e.id, c.required_hours as required, c.online_ratio as ratio,
      coalesce(t.hours, 0) as timetable, r.minimum_percent as minimum, x.passed
    from enrolment e
    join training_class c on c.id = e.class_id
    left join lateral (
      select sum(s.hours) as hours from class_session s where s.class_id = e.class_id and not s.cancelled) t on true
    left join lateral (
      select minimum_percent from attendance_rule r
      where c.town like r.region || '%' and r.effective_from <= c.starts_on
      order by length(r.region) desc, r.effective_from desc limit 1) r on true
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
  return {
    offlineHours: offline,
    onlineHours: online,
    countedHours: cents(counted),
    required: row.required,
    attendancePercent: percent,
    minimumAttendancePercent: minimum,
    complete: counted >= row.required && percent >= minimum,
    examPassed: row.passed,
  };
}

/** Rounds down to two decimals: time that wasn't there is never credited. */
const cents = (hours: number): number => Math.floor(hours * 100 + 1e-6) / 100;
