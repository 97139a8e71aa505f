import { addDays, civilDate, type CivilDate } from "@jinengtong/standards";
import { at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import { json } from "../../kernel/database.ts";
import { keyOf, type List, type ListRow } from "../list/lists.ts";
import { digestOf } from "../list/versions.ts";

/** Publishes the sample lists and named plans. None of the amounts is official: all are marked 示例. */
export function addLists(county: DemoCounty): void {
  addStandards(county);
  addShortage(county);
  const schools = county.organisations.map((each) => organisationRow(county, each));
  addRegister(county, "institutions", [schools.slice(0, -3), schools.slice(0, -1), schools]);
  const evaluators = county.evaluators.map((each) => organisationRow(county, each));
  addRegister(county, "evaluators", [evaluators.slice(0, 1), evaluators]);
  addProjects(county);
}

/** On this year's sample shortage list. */
export const DEMO_SHORTAGE = ["4-10-01-05", "6-18-02-04", "6-31-07-03"];

declare module "../../kernel/demo/county.ts" {
  interface DemoCounty {
    projects: { id: string; code: string; kind: "named-plan" | "project-based" }[];
  }
}

const EFFECTIVE_FROM = civilDate("2019-12-31");
const admittedUntil = (county: DemoCounty): CivilDate => civilDate(`${Number(county.today.slice(0, 4)) + 2}-12-31`);

/** An organisation as the lists show it: with what it is admitted for. */
const organisationRow = (
  county: DemoCounty,
  each: { id: string; name: string; uscc: string; town: string },
): ListRow["data"] => ({
  organisationId: each.id,
  name: each.name,
  uscc: each.uscc,
  town: each.town,
  address: null,
  programmes: county.courses.map((course) => ({
    occupation: course.occupation,
    occupationName: course.name,
    level: course.level,
    validTo: admittedUntil(county),
  })),
});

/** Effective dates of the versions of a list; the last is in force. */
const DAYS_IN_FORCE = [760, 420, 130];

/** Publishes the versions of a list, each in force until the next. Returns their ids. */
function addVersions(county: DemoCounty, list: List, versions: readonly (readonly ListRow["data"][])[]): string[] {
  const from = DAYS_IN_FORCE.slice(-versions.length).map((ago, index) =>
    index === 0 ? EFFECTIVE_FROM : addDays(county.today, -ago),
  );
  return versions.map((data, index) => {
    const id = rowId(county);
    const effectiveFrom = from[index] ?? EFFECTIVE_FROM;
    const publishedAt = index === 0 ? county.firstDay : addDays(effectiveFrom, -7);
    county.sink.add("catalogue_version", {
      id,
      list,
      version: index + 1,
      region: county.region,
      effective_from: effectiveFrom,
      effective_to: from[index + 1] ?? null,
      note: index === 0 ? "示例数据，非正式目录" : "示例数据，非正式目录；按年度调整",
      sample: true,
      digest: digestOf(
        list,
        county.region,
        effectiveFrom,
        data.map((each) => ({ key: keyOf(each), data: each })),
      ),
      published_at: at(publishedAt, "10:00:00"),
      published_by: county.reviewers[0],
    });
    return id;
  });
}

/** Listed though nobody in the county teaches them, so that versions differ. */
const NEWLY_LISTED = [
  { occupation: "4-10-01-02", occupationName: "育婴员", trainingFen: 100_000, assessmentFen: 18_000 },
  { occupation: "4-12-01-01", occupationName: "汽车维修工", trainingFen: 110_000, assessmentFen: 24_000 },
  { occupation: "4-03-02-02", occupationName: "中式面点师", trainingFen: 90_000, assessmentFen: 18_000 },
  { occupation: "4-10-01-03", occupationName: "保育师", trainingFen: 90_000, assessmentFen: 18_000 },
  { occupation: "4-02-04-06", occupationName: "无人机驾驶员", trainingFen: 150_000, assessmentFen: 30_000 },
  { occupation: "4-10-03-02", occupationName: "美发师", trainingFen: 80_000, assessmentFen: 18_000 },
];

function addStandards(county: DemoCounty): void {
  const taught = county.courses.map((course) => ({
    occupation: course.occupation,
    occupationName: course.name,
    level: course.level,
    edition: 2022,
    trainingFen: course.trainingYuan * 100,
    assessmentFen: course.assessmentYuan * 100,
    requiredHours: course.hours - 4,
  }));
  const others = NEWLY_LISTED.map((each) => ({ ...each, level: 5 as const, edition: 2022, requiredHours: 60 }));
  const raised = others.map((each) => ({ ...each, trainingFen: each.trainingFen + 10_000 }));
  const versions = [
    [...taught, ...others.slice(0, 1)],
    [...taught, ...others],
    [...taught, ...raised],
  ];
  for (const [index, id] of addVersions(county, "occupations", versions).entries()) {
    for (const standard of versions[index] ?? []) {
      county.sink.add("training_standard", {
        version_id: id,
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
}

function addShortage(county: DemoCounty): void {
  const short = DEMO_SHORTAGE.map((occupation) => ({
    occupation,
    occupationName: county.courses.find((course) => course.occupation === occupation)?.name ?? occupation,
  }));
  const [infants, cars] = NEWLY_LISTED.map(({ occupation, occupationName }) => ({ occupation, occupationName }));
  const versions = [short, [...short, ...(cars ? [cars] : [])], [...short, ...(infants ? [infants] : [])]];
  for (const [index, id] of addVersions(county, "shortage", versions).entries()) {
    for (const row of versions[index] ?? [])
      county.sink.add("shortage_occupation", {
        version_id: id,
        occupation: row.occupation,
        occupation_name: row.occupationName,
      });
  }
}

function addRegister(county: DemoCounty, list: List, versions: readonly (readonly ListRow["data"][])[]): void {
  for (const [index, id] of addVersions(county, list, versions).entries()) {
    for (const data of versions[index] ?? [])
      county.sink.add("catalogue_row", { version_id: id, key: keyOf(data), data: json(data) });
  }
}

const PLANS = [
  ["CC", "农民工“春潮行动”", "named-plan", ["rural-migrant"], "五.1"],
  ["BY", "离校未就业毕业生技能就业", "named-plan", ["unemployed-graduate"], "五.1"],
  ["XD", "新生代农民工技能提升", "named-plan", ["rural-migrant"], "五.1"],
  ["CJ", "残疾人就业援助", "named-plan", ["disabled", "severely-disabled"], "五.1"],
  ["ZN", "新型职业农民培育", "named-plan", ["farmer"], "五.1"],
  ["FP", "建档立卡和低保劳动力免费培训", "named-plan", ["registered-poor", "minimum-living"], "(十一)"],
  ["JZ", "家政服务项目制培训", "project-based", [], "十三"],
] as const;

function addProjects(county: DemoCounty): void {
  for (const [code, name, kind, groups, clause] of PLANS) {
    const id = rowId(county);
    county.projects.push({ id, code: `示例-${code}`, kind });
    county.sink.add("training_project", {
      id,
      code: `示例-${code}`,
      name,
      kind,
      groups,
      clause,
      region: county.region,
      open_from: "2020-01-01",
      open_to: null,
    });
  }
  const rows = PLANS.map(([code, name, kind, groups, clause]) => ({
    code: `示例-${code}`,
    name,
    kind,
    groups: [...groups],
    clause,
    openFrom: civilDate("2020-01-01"),
    openTo: null,
  }));
  addRegister(county, "projects", [rows.slice(0, 5), rows]);
}
