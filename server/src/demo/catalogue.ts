import { addMonths, civilDate, type CivilDate } from "@jinengtong/standards";
import { digestOf, keyOf, type List, type ListRow } from "../catalogue/index.ts";
import { at, rowId, type County } from "./county.ts";
import { COURSES, LOCAL_PARAMETERS, SHORTAGE, TARGETS } from "./plan.ts";

/** Publishes the sample lists, named plans, local amounts and targets. None of the amounts is official: all are marked 示例. */
export function addCatalogue(county: County): void {
  addStandards(county);
  addShortage(county);
  addRegister(
    county,
    "institutions",
    county.organisations.map((each) => organisationRow(county, each)),
  );
  addRegister(
    county,
    "evaluators",
    county.evaluators.map((each) => organisationRow(county, each)),
  );
  addProjects(county);
  addParameters(county);
  addTargets(county);
}

const EFFECTIVE_FROM = civilDate("2019-12-31");
const admittedUntil = (county: County): CivilDate => civilDate(`${Number(county.today.slice(0, 4)) + 2}-12-31`);

/** An organisation as the lists show it: with what it is admitted for. */
const organisationRow = (
  county: County,
  each: { id: string; name: string; uscc: string; town: string },
): ListRow["data"] => ({
  organisationId: each.id,
  name: each.name,
  uscc: each.uscc,
  town: each.town,
  address: null,
  programmes: COURSES.map((course) => ({
    occupation: course.occupation,
    occupationName: course.name,
    level: course.level,
    validTo: admittedUntil(county),
  })),
});

function addVersion(county: County, list: List, data: readonly ListRow["data"][]): string {
  const id = rowId(county);
  county.sink.add("catalogue_version", {
    id,
    list,
    version: 1,
    region: county.region,
    effective_from: EFFECTIVE_FROM,
    effective_to: null,
    note: "示例数据，非正式目录",
    sample: true,
    digest: digestOf(
      list,
      county.region,
      EFFECTIVE_FROM,
      data.map((each) => ({ key: keyOf(each), data: each })),
    ),
    published_at: at(county.firstDay, "10:00:00"),
    published_by: county.reviewers[0],
  });
  return id;
}

function addStandards(county: County): void {
  const standards = COURSES.map((course) => ({
    occupation: course.occupation,
    occupationName: course.name,
    level: course.level,
    edition: 2022,
    trainingFen: course.trainingYuan * 100,
    assessmentFen: course.assessmentYuan * 100,
    requiredHours: course.hours - 4,
  }));
  const version = addVersion(county, "occupations", standards);
  for (const standard of standards) {
    county.sink.add("training_standard", {
      version_id: version,
      edition: standard.edition,
      occupation: standard.occupation,
      occupation_name: standard.occupationName,
      level: standard.level,
      training_fen: standard.trainingFen,
      assessment_fen: standard.assessmentFen,
      required_hours: standard.requiredHours,
    });
  }
}

function addShortage(county: County): void {
  const rows = SHORTAGE.map((occupation) => ({
    occupation,
    occupationName: COURSES.find((course) => course.occupation === occupation)?.name ?? occupation,
  }));
  const version = addVersion(county, "shortage", rows);
  for (const row of rows)
    county.sink.add("shortage_occupation", {
      version_id: version,
      occupation: row.occupation,
      occupation_name: row.occupationName,
    });
}

function addRegister(county: County, list: List, rows: readonly ListRow["data"][]): void {
  const version = addVersion(county, list, rows);
  for (const data of rows) county.sink.add("catalogue_row", { version_id: version, key: keyOf(data), data });
}

const PLANS = [
  ["CC", "农民工“春潮行动”", ["rural-migrant"], "五.1"],
  ["BY", "离校未就业毕业生技能就业", ["unemployed-graduate"], "五.1"],
  ["XD", "新生代农民工技能提升", ["rural-migrant"], "五.1"],
  ["CJ", "残疾人就业援助", ["disabled", "severely-disabled"], "五.1"],
  ["ZN", "新型职业农民培育", ["farmer"], "五.1"],
  ["FP", "建档立卡和低保劳动力免费培训", ["registered-poor", "minimum-living"], "(十一)"],
] as const;

function addProjects(county: County): void {
  for (const [code, name, groups, clause] of PLANS) {
    county.sink.add("training_project", {
      id: rowId(county),
      code: `示例-${code}`,
      name,
      kind: "named-plan",
      groups,
      clause,
      region: county.region,
      open_from: "2020-01-01",
      open_to: null,
    });
  }
  addRegister(
    county,
    "projects",
    PLANS.map(([code, name, groups, clause]) => ({
      code: `示例-${code}`,
      name,
      kind: "named-plan" as const,
      groups: [...groups],
      clause,
      openFrom: civilDate("2020-01-01"),
      openTo: null,
    })),
  );
}

function addParameters(county: County): void {
  for (const [name, value] of Object.entries(LOCAL_PARAMETERS)) {
    county.sink.add("policy_parameter", {
      policy_id: county.policy.id,
      name,
      value: JSON.stringify(value),
      effective_from: "2019-12-31",
      effective_to: null,
      source: "示例数据：文件未规定金额，由本地实施细则确定",
      sample: true,
      set_by: county.reviewers[0],
      set_at: at(county.firstDay, "10:00:00"),
    });
  }
}

const SCOPES = [["benefit", "special-operation", "(六)"]] as const;

/** The annex's division of work, as far as the example county needs it: safety belongs to the office of emergencies. */
export function addDepartmentScopes(county: County, departmentId: string): void {
  for (const [kind, code, clause] of SCOPES)
    county.sink.add("department_scope", {
      kind,
      code,
      department_id: departmentId,
      clause,
      set_by: county.reviewers[0],
      set_at: at(county.firstDay, "10:00:00"),
    });
}

function addTargets(county: County): void {
  for (const target of TARGETS) {
    county.sink.add("target", {
      id: rowId(county),
      policy_id: county.policy.id,
      ...target,
      region: county.region,
      department_id: null,
      set_by: county.reviewers[0],
      set_at: at(county.firstDay, "10:00:00"),
    });
  }
  const figures = {
    employed: [742_000, 748_500],
    skilled: [193_000, 206_300],
    "high-skilled": [58_600, 65_100],
  } as const;
  for (const [measure, values] of Object.entries(figures)) {
    for (const [index, value] of values.entries()) {
      county.sink.add("base_figure", {
        measure,
        region: county.region,
        on_date: addMonths(county.today, (index - 1) * 12),
        value,
        source: "示例数据",
        recorded_by: county.reviewers[0],
        recorded_at: at(county.today, "08:00:00"),
      });
    }
  }
}
