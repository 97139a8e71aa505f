import type { BatchStatement } from "../../kernel/batched-lookups.ts";

const VERSION = "coalesce(v.version::text, 'unchanged')";

/** Row of the statement below for a class. */
export interface ClassFacts {
  classId: string;
  number: string;
  name: string;
  institution: string;
  occupationName: string;
  level: number;
  address: string;
  startsOn: string;
  endsOn: string;
  state: string;
  benefit: string;
  requiredHours: number;
  onlineRatio: number;
  sessions: {
    id: string;
    startsAt: string;
    endsAt: string;
    hours: number;
    topic: string;
    practice: boolean;
    teacher: string;
    room: string;
    address: string;
    cancelled: boolean;
    cancelledBecause: string | null;
  }[];
  lessons: { id: string; course: string; title: string; kind: string; durationMs: number | null }[];
  exams: { id: string; kind: string; heldOn: string; passScore: number }[];
}

/**
 * Part that is the same for all learners; keyed by class. Every table named here must change `class_page_version`: see its
 * migration.
 */
export const CLASS_FACTS: BatchStatement = {
  name: "class-facts",
  text: `select k.place::int, ${VERSION} as version,
    json_build_object('classId', c.id, 'number', c.number, 'name', c.name, 'institution', o.name,
    'occupationName', c.occupation_name, 'level', c.level, 'address', c.address, 'startsOn', c.starts_on, 'endsOn', c.ends_on,
    'state', c.state, 'benefit', c.benefit, 'requiredHours', c.required_hours, 'onlineRatio', c.online_ratio,
    'sessions', coalesce((select json_agg(json_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at, 'hours', s.hours,
        'topic', s.topic, 'practice', s.practice, 'teacher', t.name, 'room', r.name, 'address', r.address,
        'cancelled', s.cancelled, 'cancelledBecause', s.cancelled_because) order by s.starts_at)
      from class_session s join person t on t.id = s.teacher_person_id join room r on r.id = s.room_id
      where s.class_id = c.id), '[]'),
    'lessons', coalesce((select json_agg(json_build_object('id', l.id, 'course', u.title, 'title', l.title, 'kind', l.kind,
        'durationMs', l.duration_ms) order by u.title, u.id, l.ordinal)
      from class_course cc join course u on u.id = cc.course_id join lesson l on l.course_id = u.id
      where cc.class_id = c.id), '[]'),
    'exams', coalesce((select json_agg(json_build_object('id', x.id, 'kind', x.kind, 'heldOn', x.held_on, 'passScore', x.pass_score)
        order by x.held_on)
      from exam x where x.class_id = c.id), '[]')) as page
  from unnest($1::uuid[]) with ordinality k (class, place)
  join training_class c on c.id = k.class join organisation o on o.id = c.organisation_id
  left join class_page_version v on v.class_id = c.id`,
};

/** Row of the statement below for a learner. */
export interface OwnFacts {
  enrolmentId: string;
  enrolment: string;
  /** Marks in force as "session mark hours,…". As text, which costs the database half of JSON, and these are most of the page. */
  marks: string | null;
  /** By lesson: credited milliseconds, and whether it was played to its end. */
  watched: Record<string, [ms: number, whole: boolean]> | null;
  /** Quizzes passed. */
  passed: string[] | null;
  /** By exam. */
  results: Record<string, [score: number | null, passed: boolean | null]> | null;
  certificates: { id: string; serial: string; kind: string; issuedOn: string }[] | null;
  claims:
    | { id: string; number: string; benefit: string; madeBy: string | null; state: string; amountFen: number | null }[]
    | null;
}

/**
 * The learner's own part, and the current version of the class; keyed by person and class. No row if the person isn't (or no
 * longer) in the class.
 */
export const OWN_FACTS: BatchStatement = {
  name: "learner-class",
  text: `select k.place::int, ${VERSION} as version, json_build_object('enrolmentId', e.id, 'enrolment', e.state,
    'marks', (select string_agg(a.session_id || ' ' || a.mark || ' ' || a.hours, ',') from attendance a where a.enrolment_id = e.id),
    'watched', (select json_object_agg(w.lesson_id, json_build_array(w.credited_ms, w.completed_at is not null))
      from watch_credit w where w.enrolment_id = e.id),
    'passed', (select json_agg(q.lesson_id) from quiz_attempt q where q.enrolment_id = e.id and q.passed),
    'results', (select json_object_agg(f.exam_id, json_build_array(f.score, f.passed)) from exam_result f
      where f.enrolment_id = e.id and not exists (select from exam_result newer where newer.replaces = f.id)),
    'certificates', (select json_agg(json_build_object('id', f.id, 'serial', f.serial, 'kind', f.kind,
        'issuedOn', f.issued_on) order by f.issued_on)
      from certificate f where f.enrolment_id = e.id
        and not exists (select from certificate_revocation r where r.certificate_id = f.id)),
    'claims', (select json_agg(json_build_object('id', q.id, 'number', q.number, 'benefit', q.benefit,
        'madeBy', (select b.name from organisation b where b.id = q.organisation_id),
        'state', q.state, 'amountFen', coalesce(q.paid_fen, q.approved_fen, q.asked_fen)) order by q.created_at)
      from claim q where q.person_id = e.person_id and q.enrolment_id = e.id)) as page
  from unnest($1::uuid[], $2::uuid[]) with ordinality k (person, class, place)
  join enrolment e on e.person_id = k.person and e.class_id = k.class and e.state in ('applied', 'enrolled', 'completed', 'failed')
  left join class_page_version v on v.class_id = e.class_id`,
};
