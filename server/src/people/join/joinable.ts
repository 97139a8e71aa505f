import { samePersonName } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { conflict } from "../../kernel/problem.ts";

interface Obstacles {
  joinedAlready: boolean;
  keptJoined: boolean;
  hasJoined: boolean;
  held: boolean;
  both: string | null;
  names: [string, string];
}

/** Refuses records that can't be joined now: one of them was joined before or is held, their names differ, or the two were in two places at once. */
export async function requireJoinable(context: Context, joinedId: string, keptId: string): Promise<void> {
  const found = await sql<Obstacles>`
    select json_build_array(j.name, k.name) as names, j.joined_into is not null as "joinedAlready", k.joined_into is not null as "keptJoined",
      exists (select from person p where p.joined_into = j.id) as "hasJoined",
      exists (select from claim_hold_subject s join claim_hold h on h.id = s.hold_id
              where s.subject_id in (j.id, k.id) and h.settled_at is null) as held,
      (select to_char(lower(a.during) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from attendance a
       join attendance b on b.person_id = k.id and b.hours > 0 and b.during && a.during
       join enrolment ea on ea.id = a.enrolment_id join enrolment eb on eb.id = b.enrolment_id
       where a.person_id = j.id and a.hours > 0 and ea.class_id <> eb.class_id order by a.during limit 1) as both
    from person j, person k where j.id = ${joinedId} and k.id = ${keptId}`.execute(context.db);
  const [it] = found.rows;
  if (!it) return;
  if (it.joinedAlready) throw conflict("joined-already", "这份档案已经并入另一份档案。请刷新页面查看。");
  if (it.keptJoined) throw conflict("kept-is-joined", "要保留的档案自己已并入另一份档案，请改选最终保留的那一份。");
  if (it.hasJoined)
    throw conflict(
      "has-joined",
      "有别的档案并入了这一份。请反过来办理：保留这一份，把另一份并进来；或先撤销原来的并档。",
    );
  if (!samePersonName(...it.names))
    throw conflict(
      "names-differ",
      "两份档案的姓名不同，不能直接并档。请先核对身份证原件；姓名写错的，先在人员档案里更正姓名，再办理。",
    );
  if (it.held) throw conflict("person-held", "其中一份档案有已认定、尚未处置的疑点。请先处置疑点，再办理并档。");
  if (it.both !== null)
    throw conflict(
      "present-in-two-places",
      `两份档案在 ${it.both} 同一时间分别在两个班出勤，可能不是同一个人。请先核对；考勤记错的，更正考勤后再办理。`,
    );
}
