import { sql } from "../kernel/database.ts";
import type { TestApp } from "./app.ts";
import { aClass } from "./class-builders.ts";
import { anAdmission, anOrganisation, aStandard } from "./people-builders.ts";

/**
 * Creates many entitled learners, each with a certificate, by set-based SQL, in classes of a hundred with one session of four
 * hours. Their numbers aren't sealed, so only for work that never opens them. Returns the certificates' ids.
 */
export async function manyEntitledLearners(app: TestApp, count: number): Promise<string[]> {
  const { database } = app.services;
  await sql`set statement_timeout = 0`.execute(database);
  const organisationId = await anOrganisation(app);
  await anAdmission(app, organisationId);
  await aStandard(app, { requiredHours: 4 });
  const ids: string[] = [];
  const model = await aClass(app, { organisationId, requiredHours: 4, capacity: 100 });
  for (let start = 0; start < count; start += 100) {
    const size = Math.min(100, count - start);
    const found = await sql<{ id: string }>`
      with c as (
        insert into training_class (number, organisation_id, policy_id, benefit, name, occupation, occupation_name, level,
          content_kind, region, town, starts_on, ends_on, capacity, required_hours)
        select 'KB-BULK-' || ${start}, organisation_id, policy_id, benefit, name, occupation, occupation_name, level, content_kind,
          region, town, starts_on, ends_on, capacity, required_hours from training_class where id = ${model.id} returning id, town
      ), p as (
        insert into person (name, citizen_id_sealed, citizen_id_hash, citizen_id_masked, birth_date, sex, town)
        select '张批量', '\\x00', sha256(convert_to('bulk' || n, 'UTF8')), '320682********0000', '1980-01-01', 'F', '320682001'
        from generate_series(${start}::int, ${start + size - 1}::int) n returning id
      ), numbered as (select id, row_number() over () as n from p),
      g as (
        insert into person_group (person_id, code, valid_from, state)
        select id, 'registered-unemployed', '2019-01-01', 'confirmed' from p returning 1
      ), f as (
        insert into person_fact (person_id, kind, value, source)
        select id, 'pension', '{"from":"2019-01-01","to":null,"monthlyPension":false}', '社保中心' from p returning 1
      ), a as (
        insert into payee_account (person_id, holder_name, bank_name, number_sealed, number_hash, number_masked)
        select id, '张批量', '示例银行', '\\x00', '\\x00', '6228 **** 0000' from p returning 1
      ), e as (
        insert into enrolment (class_id, person_id, seat, state, town, group_code)
        select c.id, numbered.id, n, 'enrolled', c.town, 'registered-unemployed' from c, numbered returning id, person_id, class_id
      )
      insert into certificate (serial, kind, person_id, holder_name, class_id, enrolment_id, occupation, occupation_name, level,
        issuer_name, issued_on)
      select 'BULK' || e.id, 'completion', e.person_id, '张批量', e.class_id, e.id, '6-31-01-03', '电工', 5, '示例学校', '2020-04-01'
      from e returning id`.execute(database);
    ids.push(...found.rows.map((row) => row.id));
  }
  const [sessionId] = model.sessionIds;
  await sql`
    insert into attendance_mark (session_id, enrolment_id, person_id, mark, method, minutes)
    select ${sessionId}, f.enrolment_id, f.person_id, 'present', 'roll-call', 180 from certificate f
    where f.id = any(${ids}::uuid[])`.execute(database);
  return ids;
}
