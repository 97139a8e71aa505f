import { type Database, sql } from "../../kernel/database.ts";

interface Seat {
  state: string;
  class_state: string;
  at_end: boolean;
}

/** Reason why the learner of a seat can't rate its class, as a sentence; null if they can. The database's rule is the same. */
export async function whyNotSay(db: Database, enrolmentId: string): Promise<string | null> {
  const found = await sql<Seat>`
    select e.state, c.state as class_state, exists (
      select from attendance a where a.enrolment_id = e.id and a.hours > 0 and a.session_id = (
        select s.id from class_session s where s.class_id = c.id and not s.cancelled order by s.starts_at desc limit 1)) as at_end
    from enrolment e join training_class c on c.id = e.class_id where e.id = ${enrolmentId}`.execute(db);
  const [seat] = found.rows;
  if (seat === undefined) return "没有找到这个班的报名。";
  if (seat.state === "withdrawn" || seat.state === "rejected") return "只有学完这个班的人能评价。";
  if (seat.class_state !== "completed" && seat.class_state !== "closed") return "班还没有结束，结束后再来评价。";
  if (seat.state === "completed" || (seat.state === "failed" && seat.at_end)) return null;
  return "只有学完的、或者上到最后一课的人能评价。出勤记得不对的，请先向机构提出更正。";
}
