import { maskPersonName } from "@jinengtong/standards";
import { z } from "zod";
import { type Database, sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById, Id } from "../../kernel/shapes.ts";

import { OVERSEERS } from "./anomaly-view.ts";
import { anomalyOwner } from "./decide-anomaly.ts";

const KINDS = [
  "person",
  "class",
  "session",
  "claim",
  "certificate",
  "organisation",
  "lesson",
  "exam",
  "account",
] as const;

const Thing = z.object({
  id: Id.describe("证据中的编号"),
  kind: z.enum(KINDS),
  label: z.string(),
  detail: z.string().nullable(),
  pageId: Id.describe("可以打开的记录：人、班、申请、证书、单位"),
});
type Thing = z.output<typeof Thing>;

/** A longer list is read in the workbook, not on a screen. */
const MOST = 2_000;
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gu;

/**
 * Resolves the ids in an anomaly's evidence to people, sessions and claims. Names are whole for those who work on the case, masked
 * for others.
 */
export const anomalyEvidence = operation({
  method: "GET",
  path: "/api/v1/anomalies/:id/evidence",
  summary: "疑点的证据",
  permission: { roles: OVERSEERS, over: anomalyOwner },
  params: ById,
  output: z.object({ things: z.array(Thing) }),
  async run({ db, actor }, { params }) {
    const row = await db.selectFrom("anomaly").select("evidence").where("id", "=", params.id).executeTakeFirst();
    if (!row) throw notFound("疑点");
    const ids = [...new Set(JSON.stringify(row.evidence).match(UUID) ?? [])].slice(0, MOST);
    const things = await thingsOf(db, ids);
    const whole = actor.role === "reviewer" || actor.role === "auditor";
    return {
      things: whole
        ? things
        : things.map((thing) => (thing.kind === "person" ? { ...thing, label: maskPersonName(thing.label) } : thing)),
    };
  },
});

async function thingsOf(db: Database, ids: readonly string[]): Promise<Thing[]> {
  if (ids.length === 0) return [];
  const found = await sql<Thing>`
    with ids as (select unnest(${[...ids]}::uuid[]) as id)
    select p.id, 'person' as kind, p.name as label, p.citizen_id_masked as detail, p.id as "pageId" from person p join ids using (id)
    union all
    select e.id, 'person', p.name, '第 ' || e.seat || ' 号', p.id from enrolment e join ids using (id) join person p on p.id = e.person_id
    union all
    select r.id, 'person', p.name, coalesce(to_char(r.score, 'FM999990.##') || ' 分', '缺考'), p.id
    from exam_result r join ids using (id) join enrolment e on e.id = r.enrolment_id join person p on p.id = e.person_id
    union all
    select s.id, 'session', to_char(s.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI'), c.name, c.id
    from class_session s join ids using (id) join training_class c on c.id = s.class_id
    union all
    select c.id, 'class', c.name, c.number, c.id from training_class c join ids using (id)
    union all
    select k.id, 'claim', k.number, coalesce(p.name, o.name), k.id from claim k join ids using (id)
      left join person p on p.id = k.person_id left join organisation o on o.id = k.organisation_id
    union all
    select b.id, 'claim', k.number, '异议', k.id from objection b join ids using (id) join claim k on k.id = b.claim_id
    union all
    select f.id, 'certificate', f.serial, null, f.id from certificate f join ids using (id)
    union all
    select o.id, 'organisation', o.name, o.uscc, o.id from organisation o join ids using (id)
    union all
    select l.id, 'lesson', l.title, null, l.id from lesson l join ids using (id)
    union all
    select x.id, 'exam', to_char(x.held_on, 'YYYY-MM-DD') || ' 考核', c.name, c.id from exam x join ids using (id) join training_class c on c.id = x.class_id
    union all
    select a.id, 'account', a.name, a.role, a.id from account a join ids using (id)`.execute(db);
  return found.rows;
}
