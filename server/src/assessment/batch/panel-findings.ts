import type { CivilDate } from "@jinengtong/standards";
import { sql, type Database } from "../../kernel/database.ts";
import type { EvaluationDuty, StaffKind } from "../evaluation-tables.ts";
import type { Rules } from "../rule/rules.ts";
import type { Batch } from "./batch.ts";

export interface Member {
  id: string;
  personId: string;
  name: string;
  kind: StaffKind;
  organisationId: string | null;
  region: string;
  state: string;
  validFrom: CivilDate;
  validTo: CivilDate;
  occupations: string[];
  highestLevel: number;
  unqualified: boolean;
  taught: number;
  sits: boolean;
  elsewhere: string | null;
  running: number;
}

/** People of the register with what a rule asks about them for this batch. */
export async function membersFor(
  db: Database,
  batch: Batch,
  staffIds: readonly string[],
  last: number,
): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select s.id, s.person_id as "personId", p.name, s.kind, s.organisation_id as "organisationId", s.region, s.state,
      s.valid_from as "validFrom", s.valid_to as "validTo", s.occupations, s.highest_level as "highestLevel",
      coalesce((select y.result = 'unqualified' from evaluation_staff_year y where y.staff_id = s.id order by year desc, y.id desc limit 1), false) as unqualified,
      (select count(distinct k.id)::int from evaluation_candidate k join enrolment e on e.person_id = k.person_id join class_session t on t.class_id = e.class_id
        where k.batch_id = ${batch.id} and k.state in ('entered', 'admitted') and t.teacher_person_id = s.person_id and not t.cancelled) as taught,
      exists (select from evaluation_candidate k where k.batch_id = ${batch.id} and k.person_id = s.person_id and k.state in ('entered', 'admitted')) as sits,
      (select b.number from evaluation_assignment a join evaluation_staff o on o.id = a.staff_id join evaluation_batch b on b.id = a.batch_id
        where o.person_id = s.person_id and a.removed_at is null and b.id <> ${batch.id} and b.exam_on = ${batch.examOn}::date
          and b.site_id <> ${batch.siteId} and b.state <> 'cancelled' limit 1) as elsewhere,
      (select count(*)::int from (select b.id from evaluation_batch b
          where b.organisation_id = ${batch.organisationId} and b.state <> 'cancelled' and b.id <> ${batch.id}
            and (b.exam_on, b.id) < (${batch.examOn}::date, ${batch.id}::uuid)
            and exists (select from evaluation_assignment x where x.batch_id = b.id and x.duty = 'examiner' and x.removed_at is null)
          order by b.exam_on desc, b.id desc limit ${last}) r
        where exists (select from evaluation_assignment a join evaluation_staff o on o.id = a.staff_id
          where a.batch_id = r.id and a.duty = 'examiner' and a.removed_at is null and o.person_id = s.person_id)) as running
    from evaluation_staff s join person p on p.id = s.person_id where s.id = any(${staffIds}::uuid[])`.execute(db);
  return rows;
}

const KINDS: Record<EvaluationDuty, readonly StaffKind[]> = {
  examiner: ["examiner", "senior-examiner"],
  invigilator: ["invigilator", "exam-officer", "examiner", "senior-examiner"],
  "exam-officer": ["exam-officer", "invigilator"],
  "internal-supervisor": ["internal-supervisor"],
  "external-supervisor": ["external-supervisor"],
};

interface Finding {
  rule: string;
  sentence: string;
}

/** Why somebody may not do this duty in the batch; null: they may. */
export function memberFault(member: Member, duty: EvaluationDuty, batch: Batch, rules: Rules): Finding | null {
  const refuse = (rule: string, sentence: string): Finding => ({ rule, sentence: `${member.name}${sentence}` });
  if (member.state !== "confirmed") return refuse("register", "没有确认在册，不能派遣");
  if (!KINDS[duty].includes(member.kind)) return refuse("register", "的登记类别不能担任这项工作");
  if (duty === "internal-supervisor" && member.organisationId !== batch.organisationId)
    return refuse("supervisor", "不是本单位的内部督导");
  if (batch.examOn < member.validFrom || batch.examOn > member.validTo)
    return refuse("certificate", `的证件有效期为 ${member.validFrom} 至 ${member.validTo}，考试当日无效`);
  if (member.unqualified) return refuse("year-result", "最近一个年度考核不合格，不能派遣");
  if (member.sits) return refuse("conflict", "是本批次的考生，不能参与考务");
  if (member.elsewhere !== null) return refuse("one-place", `同一天已派往另一场地的批次 ${member.elsewhere}`);
  return duty === "examiner" ? examinerFault(member, batch, rules, refuse) : null;
}

function examinerFault(
  member: Member,
  batch: Batch,
  rules: Rules,
  refuse: (rule: string, sentence: string) => Finding,
): Finding | null {
  const senior = rules.value("senior-from-level");
  if (batch.level <= senior && member.kind !== "senior-examiner")
    return refuse(
      "senior-from-level",
      `是考评员，${batch.level} 级须由高级考评员考评${rules.basis("senior-from-level")}`,
    );
  if (!member.occupations.includes(batch.occupation)) return refuse("occupation", "的考评员证不含本批次的职业");
  if (member.highestLevel > batch.level) return refuse("level", `的考评员证只到 ${member.highestLevel} 级`);
  if (member.taught > 0) return refuse("teacher", `教过本批次的 ${member.taught} 名考生，教考须分离`);
  const most = rules.value("batches-running");
  if (member.running >= most)
    return refuse(
      "batches-running",
      `已在本机构连续考评 ${member.running} 个批次，不能再派${rules.basis("batches-running")}`,
    );
  return null;
}

/** Why these examiners can't be one group: number, odd, rotation against the body's last group in this occupation. */
export async function groupFault(
  db: Database,
  batch: Batch,
  examiners: readonly Member[],
  rules: Rules,
  final: boolean,
): Promise<Finding | null> {
  const count = examiners.length;
  const least = rules.value("min-examiners");
  if (final && count < least)
    return {
      rule: "min-examiners",
      sentence: `考评人员 ${count} 人，少于 ${least} 人，不能开考${rules.basis("min-examiners")}`,
    };
  if (count >= least && rules.value("odd-panel") === 1 && count % 2 === 0)
    return { rule: "odd-panel", sentence: `考评人员 ${count} 人是双数，须为单数${rules.basis("odd-panel")}` };
  if (count === 0) return null;
  const { rows } = await sql<{ people: string[] | null }>`
    select array(select o.person_id from evaluation_assignment a join evaluation_staff o on o.id = a.staff_id
      where a.batch_id = b.id and a.duty = 'examiner' and a.removed_at is null) as people
    from evaluation_batch b where b.organisation_id = ${batch.organisationId} and b.occupation = ${batch.occupation} and b.state <> 'cancelled'
      and b.id <> ${batch.id} and (b.exam_on, b.id) < (${batch.examOn}::date, ${batch.id}::uuid)
      and exists (select from evaluation_assignment x where x.batch_id = b.id and x.duty = 'examiner' and x.removed_at is null)
    order by b.exam_on desc, b.id desc limit 1`.execute(db);
  const before = rows[0]?.people ?? [];
  if (before.length === 0) return null;
  const fresh = examiners.filter(({ personId }) => !before.includes(personId)).length;
  const share = rules.value("new-share");
  if (fresh * 100 < share * count)
    return {
      rule: "new-share",
      sentence: `与上一批次相比只换了 ${fresh} 人（共 ${count} 人），不足 ${share}%，请再换人${rules.basis("new-share")}`,
    };
  return null;
}
