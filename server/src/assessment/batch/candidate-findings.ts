import { addDays, addMonths, ageOn, type CivilDate, parseCertificateNumber } from "@jinengtong/standards";
import { sql, type Database } from "../../kernel/database.ts";
import { withdrawnFrom } from "../../people/index.ts";
import { type Batch, rulesOf } from "./batch.ts";

/** Least age at which years of work can have begun. */
const WORK_BEGINS = 16;

interface Applied {
  id: string;
  personId: string;
  birthDate: CivilDate;
  code: string;
  text: string;
  level: number;
  workYears: number;
  conditionYears: number;
  lowerLevel: number | null;
  lowerYears: number;
  needsProof: boolean;
  inForce: boolean;
  lowerCertificate: string | null;
  lowerFound: { occupation: string; level: number; issuedOn: CivilDate; own: boolean; revoked: boolean } | null;
  hasProof: boolean;
  holdsSame: string | null;
  sameDay: string | null;
  makeUpOn: CivilDate | null;
  makeUpFits: boolean | null;
}

/**
 * Reasons, by candidate, why the condition that was claimed does not hold, from facts on record. An empty list: it holds. `sighted`: the
 * checker saw the proof on paper.
 */
export async function candidateFindings(
  db: Database,
  batch: Batch,
  ids: readonly string[],
  sighted = false,
): Promise<Map<string, string[]>> {
  const rules = await rulesOf(db, batch);
  const { rows } = await sql<Applied>`
    select k.id, k.person_id as "personId", p.birth_date as "birthDate", n.code, n.text, n.level, k.work_years as "workYears",
      n.work_years as "conditionYears", n.lower_level as "lowerLevel", n.lower_years as "lowerYears", n.needs_proof as "needsProof",
      ${batch.examOn}::date between n.effective_from and coalesce(n.effective_to, 'infinity') as "inForce",
      k.lower_certificate as "lowerCertificate", k.proof_file_id is not null as "hasProof",
      (select json_build_object('occupation', f.occupation, 'level', f.level, 'issuedOn', f.issued_on, 'own', f.person_id = k.person_id,
          'revoked', exists (select from certificate_revocation v where v.certificate_id = f.id))
        from certificate f where f.serial = k.lower_certificate) as "lowerFound",
      (select f.serial from certificate f where f.person_id = k.person_id and f.kind = 'skill-level' and f.occupation = ${batch.occupation}
        and f.level between 1 and ${batch.level} and not exists (select from certificate_revocation v where v.certificate_id = f.id) limit 1) as "holdsSame",
      (select b.number from evaluation_candidate o join evaluation_batch b on b.id = o.batch_id
        where o.person_id = k.person_id and o.id <> k.id and o.state in ('entered', 'admitted') and b.exam_on = ${batch.examOn}::date
          and b.state <> 'cancelled' limit 1) as "sameDay",
      m.exam_on as "makeUpOn", m.fits as "makeUpFits"
    from evaluation_candidate k join person p on p.id = k.person_id join evaluation_condition n on n.code = k.condition
    left join lateral (select b.exam_on, o.person_id = k.person_id and b.organisation_id = ${batch.organisationId} and b.occupation = ${batch.occupation}
        and b.level = ${batch.level} and b.state in ('publicised', 'issued', 'archived')
        and exists (select from evaluation_result r where r.candidate_id = o.id and not r.passed and r.status = 'scored'
          and not exists (select from evaluation_result n where n.replaces = r.id)) as fits
      from evaluation_candidate o join evaluation_batch b on b.id = o.batch_id where o.id = k.make_up_of) m on true
    where k.id = any(${ids}::uuid[])`.execute(db);
  const kept = await withdrawnFrom(
    db,
    rows.map(({ personId }) => personId),
    "real-name",
  );
  return new Map(
    rows.map((row) => {
      const found: string[] = [];
      if (kept.has(row.personId)) found.push("本人已撤回实名登记的同意，不能报名");
      const age = ageOn(row.birthDate, batch.examOn);
      const least = rules.value("least-age");
      if (age < least) found.push(`考试当日不满 ${least} 周岁${rules.basis("least-age")}`);
      if (row.level !== batch.level) found.push(`申报条件“${row.text}”不是本批次等级（${batch.level} 级）的条件`);
      if (!row.inForce) found.push(`申报条件“${row.text}”在考试当日不适用`);
      if (row.workYears < row.conditionYears)
        found.push(`工作年限 ${row.workYears} 年，不满“${row.text}”要求的 ${row.conditionYears} 年`);
      if (row.workYears > Math.max(0, age - WORK_BEGINS))
        found.push(`工作年限 ${row.workYears} 年与年龄 ${age} 岁不符，请核对`);
      found.push(...lowerFindings(row, batch));
      if (row.needsProof && !row.hasProof && !sighted) found.push("请上传毕业证等证明，或由审查人员核对原件后单独确认");
      if (row.holdsSame !== null) found.push(`已持有本职业同级或更高等级的证书（${row.holdsSame}）`);
      if (row.sameDay !== null) found.push(`同一天已报名另一个批次（${row.sameDay}）`);
      if (row.makeUpFits === false) found.push("补考只限同一机构、同一职业等级、已公示且未全部合格的考试");
      const days = rules.value("make-up-days");
      if (row.makeUpOn !== null && batch.examOn > addDays(row.makeUpOn, days))
        found.push(`补考应在原考试（${row.makeUpOn}）后 ${days} 天内${rules.basis("make-up-days")}`);
      return [row.id, found];
    }),
  );
}

/** Faults of the lower certificate that a condition rests on. */
function lowerFindings(row: Applied, batch: Batch): string[] {
  if (row.lowerLevel === null) return [];
  const { lowerCertificate, lowerFound } = row;
  if (lowerCertificate === null) return [`请填写${row.lowerLevel} 级证书的编号`];
  if (lowerFound === null) {
    const parsed = parseCertificateNumber(lowerCertificate);
    return [
      parsed.ok
        ? `平台查不到证书 ${lowerCertificate}，请考生先申报这本证书并经核验`
        : `证书编号 ${lowerCertificate} 有误：${parsed.message}`,
    ];
  }
  const found: string[] = [];
  if (!lowerFound.own) found.push(`证书 ${lowerCertificate} 不是本人的`);
  if (lowerFound.revoked) found.push(`证书 ${lowerCertificate} 已撤销`);
  if (lowerFound.occupation !== batch.occupation || lowerFound.level !== row.lowerLevel)
    found.push(`证书 ${lowerCertificate} 不是本职业的 ${row.lowerLevel} 级证书`);
  const from = addMonths(lowerFound.issuedOn, row.lowerYears * 12);
  if (from > batch.examOn)
    found.push(`证书 ${lowerCertificate} 于 ${lowerFound.issuedOn} 取得，到考试日不满 ${row.lowerYears} 年`);
  return found;
}
