import { addDays, makeCertificateNumber, type SkillLevel } from "@jinengtong/standards";
import { addHistory, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { demoApplicant, demoLearnerAccount, type DemoPerson, demoSaidAt } from "../../people/index.ts";
import { declarationStates } from "../declaration-states.ts";

const CERTIFICATES: readonly [occupation: string, name: string, level: SkillLevel, ago: number][] = [
  ["4-10-01-05", "养老护理员", 5, 0],
  ["6-31-01-03", "电工", 4, 1],
  ["4-03-02-01", "中式烹调师", 5, 2],
  ["6-18-02-04", "焊工", 4, 3],
  ["4-10-01-06", "家政服务员", 5, 5],
  ["6-31-07-03", "工业机器人系统操作员", 4, 7],
  ["6-20-01-01", "装配钳工", 3, 10],
  ["4-01-06-02", "互联网营销师", 5, 14],
  ["6-31-01-03", "电工", 4, 20],
];

/** Declared certificates that wait for an officer. */
export function addDeclarations(county: DemoCounty): void {
  for (const [index, each] of CERTIFICATES.entries()) declareCertificate(county, demoApplicant(county), index, each);
}

function declareCertificate(
  county: DemoCounty,
  person: DemoPerson,
  index: number,
  [occupation, name, level, ago]: (typeof CERTIFICATES)[number],
): void {
  const id = rowId(county);
  const by = demoLearnerAccount(person.index);
  const issuedOn = addDays(county.today, -ago - 40);
  county.sink.add("certificate_declaration", {
    id,
    person_id: person.id,
    number: makeCertificateNumber({
      issuer: "social-body",
      institution: "0000",
      province: county.region.slice(0, 2),
      site: `${county.region.slice(2, 6)}09`,
      year: Number(issuedOn.slice(0, 4)),
      level,
      serial: String(900_101 + index),
    }),
    kind: "skill-level",
    occupation,
    occupation_name: name,
    level,
    issuer_name: "示例市职业技能评价中心",
    issued_on: issuedOn,
    valid_to: null,
    evidence_file_id: null,
    state: "declared",
    query_answer: "cannot-tell",
    query_note: "试用环境未接入全国联网查询，请到技能人才评价证书全国联网查询系统人工核验后确认。",
    declared_by: by,
    declared_at: demoSaidAt(county, ago),
    decided_by: null,
    decided_at: null,
    decision_reason: null,
    certificate_id: null,
  });
  addHistory(county, declarationStates, id, [{ to: "declared", at: demoSaidAt(county, ago), by }]);
}
