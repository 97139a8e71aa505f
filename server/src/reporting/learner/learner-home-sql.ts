import type { BatchStatement } from "../../kernel/batched-lookups.ts";

/**
 * Attended and watched hours so far, for `learnerHours`. Needs `e` (enrolment) and `c` (class). Cancelled sessions are few, so they
 * are read at once instead of looking up each attendance.
 */
export const HOURS = `json_build_object('required', c.required_hours, 'ratio', c.online_ratio,
  'offline', (select coalesce(sum(a.hours), 0) from attendance a where a.enrolment_id = e.id
              and a.session_id <> all (array(select s.id from class_session s where s.class_id = c.id and s.cancelled))),
  'onlineMs', (select coalesce(sum(w.credited_ms), 0) from watch_credit w where w.enrolment_id = e.id))`;

/** An instant as JSON programs write it. */
export const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Whether lesson `l`, with watched time `w` of enrolment `e`, is done: played to its end, or its quiz passed. */
export const LESSON_DONE = `case l.kind
  when 'quiz' then exists (select from quiz_attempt q where q.enrolment_id = e.id and q.lesson_id = l.id and q.passed)
  else w.completed_at is not null end`;

const LIVE = "e.state = 'enrolled' and c.state in ('approved', 'running')";

const NEXT_SESSION = `case when ${LIVE} then (
  select json_build_object('id', s.id, 'startsAt', ${instant("s.starts_at")}, 'endsAt', ${instant("s.ends_at")},
    'topic', s.topic, 'room', r.name, 'address', r.address,
    'marked', exists (select from attendance a where a.session_id = s.id and a.enrolment_id = e.id))
  from class_session s join room r on r.id = s.room_id
  where s.class_id = c.id and s.starts_at > k.now - interval '1 day' and not s.cancelled and s.ends_at > k.now
  order by s.starts_at limit 1) end`;

// One pass over the class's lessons. The last started lesson comes first: people continue there.
const LESSONS = `
  select count(*) as all, count(*) filter (where done) as done,
    (array_agg(json_build_object('id', id, 'title', title, 'kind', kind) order by updated_at desc nulls last, course_id, ordinal)
      filter (where not done))[1] as next
  from (select l.id, l.title, l.kind, l.course_id, l.ordinal, w.updated_at, ${LESSON_DONE} as done
        from class_course cc join lesson l on l.course_id = cc.course_id
        left join watch_credit w on w.enrolment_id = e.id and w.lesson_id = l.id
        where cc.class_id = c.id) l`;

const NEXT_EXAM = `case when ${LIVE} then (
  select json_build_object('heldOn', x.held_on, 'kind', x.kind) from exam x
  where x.class_id = c.id and x.held_on >= (k.now at time zone 'Asia/Shanghai')::date order by x.held_on limit 1) end`;

/** Keyed by person and now; one JSON row each, none for an unknown person. */
export const LEARNER_HOME: BatchStatement = {
  name: "learner-home",
  text: `select k.place::int, json_build_object(
    'name', p.name,
    'unread', m.unread, 'messages', coalesce(m.latest, '[]'),
    'claims', coalesce((select json_agg(json_build_object('id', q.id, 'number', q.number, 'benefit', q.benefit, 'state', q.state,
        'madeBy', (select b.name from organisation b where b.id = q.organisation_id),
        'amountFen', coalesce(q.paid_fen, q.approved_fen, q.asked_fen), 'appliedOn', q.applied_on,
        'publicisedFrom', q.publicised_from, 'publicisedTo', q.publicised_to, 'updatedAt', ${instant("q.updated_at")}))
      from (select * from claim q where q.person_id = p.id order by q.created_at desc limit 20) q), '[]'),
    'classes', coalesce((select json_agg(x.card order by x.starts_on desc) from (
      select c.starts_on, json_build_object('classId', c.id, 'enrolmentId', e.id, 'name', c.name, 'institution', o.name,
        'startsOn', c.starts_on, 'endsOn', c.ends_on, 'state', c.state, 'enrolment', e.state, 'hours', ${HOURS},
        'lessons', n.all, 'lessonsDone', n.done,
        'lesson', case when e.state = 'enrolled' and c.state = 'running' then n.next end,
        'session', ${NEXT_SESSION}, 'exam', ${NEXT_EXAM}) as card
      from enrolment e join training_class c on c.id = e.class_id join organisation o on o.id = c.organisation_id
      cross join lateral (${LESSONS}) n
      where e.person_id = p.id and e.state in ('applied', 'enrolled', 'completed', 'failed')
      order by c.starts_on desc limit 20) x), '[]')) as page
  from unnest($1::uuid[], $2::timestamptz[]) with ordinality k (person, now, place) join person p on p.id = k.person
  cross join lateral (
    select count(*) as unread, json_agg(json_build_object('title', coalesce(m.body, m.template), 'at', ${instant("m.created_at")})
      order by m.id desc) filter (where m.place <= 3) as latest
    from (select m.*, row_number() over (order by m.id desc) as place from message_outbox m
          where m.person_id = p.id and m.channel = 'in-app' and m.read_at is null) m) m`,
};
