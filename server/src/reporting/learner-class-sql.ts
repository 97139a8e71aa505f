import { HOURS, LESSON_DONE } from "./learner-home-sql.ts";
import type { Prepared } from "./prepared.ts";

/** A meeting as the statement gives it: by place, and its teacher and room by id. A page of twenty meetings costs half of what names cost. */
export type SessionFacts = [
  id: string,
  startsAt: string,
  endsAt: string,
  hours: number,
  topic: string,
  practice: boolean,
  teacherId: string,
  roomId: string,
  cancelled: boolean,
  cancelledBecause: string | null,
  mark: string | null,
  creditedHours: number | null,
];

/** $1 person, $2 class. No row where the person is not (or no longer) in the class: then it is not theirs to see. */
export const LEARNER_CLASS: Prepared = {
  name: "learner-class",
  text: `select json_build_object('classId', c.id, 'enrolmentId', e.id, 'number', c.number, 'name', c.name, 'institution', o.name,
    'occupationName', c.occupation_name, 'level', c.level, 'address', c.address, 'startsOn', c.starts_on, 'endsOn', c.ends_on,
    'state', c.state, 'enrolment', e.state, 'benefit', c.benefit, 'hours', ${HOURS},
    'sessions', coalesce((select json_agg(json_build_array(s.id, s.starts_at, s.ends_at, s.hours, s.topic, s.practice,
        s.teacher_person_id, s.room_id, s.cancelled, s.cancelled_because, a.mark, a.hours) order by s.starts_at)
      from class_session s left join attendance a on a.session_id = s.id and a.enrolment_id = e.id
      where s.class_id = c.id), '[]'),
    'teachers', (select json_object_agg(t.id, t.name) from person t
      where t.id = any (array(select distinct s.teacher_person_id from class_session s where s.class_id = c.id))),
    'rooms', (select json_object_agg(r.id, json_build_array(r.name, r.address)) from room r
      where r.id = any (array(select distinct s.room_id from class_session s where s.class_id = c.id))),
    'lessons', coalesce((select json_agg(json_build_object('id', l.id, 'course', k.title, 'title', l.title, 'kind', l.kind,
        'durationMs', l.duration_ms, 'creditedMs', coalesce(w.credited_ms, 0), 'done', ${LESSON_DONE})
        order by k.title, k.id, l.ordinal)
      from class_course cc join course k on k.id = cc.course_id join lesson l on l.course_id = k.id
      left join watch_credit w on w.enrolment_id = e.id and w.lesson_id = l.id
      where cc.class_id = c.id), '[]'),
    'exams', coalesce((select json_agg(json_build_object('id', x.id, 'kind', x.kind, 'heldOn', x.held_on,
        'passScore', x.pass_score, 'score', f.score, 'passed', f.passed) order by x.held_on)
      from exam x left join exam_result f on f.exam_id = x.id and f.enrolment_id = e.id
        and not exists (select from exam_result newer where newer.replaces = f.id)
      where x.class_id = c.id), '[]'),
    'certificates', coalesce((select json_agg(json_build_object('id', f.id, 'serial', f.serial, 'kind', f.kind,
        'issuedOn', f.issued_on) order by f.issued_on)
      from certificate f where f.enrolment_id = e.id
        and not exists (select from certificate_revocation v where v.certificate_id = f.id)), '[]'),
    'claims', coalesce((select json_agg(json_build_object('id', q.id, 'number', q.number, 'benefit', q.benefit,
        'state', q.state, 'amountFen', coalesce(q.paid_fen, q.approved_fen, q.asked_fen)) order by q.created_at)
      from claim q where q.person_id = e.person_id and q.enrolment_id = e.id), '[]')) as page
  from enrolment e join training_class c on c.id = e.class_id join organisation o on o.id = c.organisation_id
  where e.person_id = $1 and e.class_id = $2 and e.state in ('applied', 'enrolled', 'completed', 'failed')`,
};
