import { addDays, type Group } from "@jinengtong/standards";
import { addHistory, at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";
import type { Timestamp } from "../../kernel/demo/sink.ts";
import { correctionStates } from "../correction/correction-states.ts";
import { groupStates } from "../group/group-states.ts";
import { addDemoPerson, demoLearnerAccount, type DemoPerson } from "./person.ts";

const DECLARATIONS: readonly [group: Group, note: string, ago: number][] = [
  ["veteran", "退役军人优待证，示例县退役军人事务局", 0],
  ["disabled", "残疾人证，肢体四级，示例县残疾人联合会", 1],
  ["hard-to-employ", "就业困难人员认定表，社区已盖章", 1],
  ["minimum-living", "最低生活保障证，示例县民政局", 2],
  ["registered-poor", "建档立卡低收入农户手册", 3],
  ["returning-graduate", "毕业证和返乡创业登记，示例学院", 4],
  ["zero-employment-family", "零就业家庭认定书，街道人社所", 6],
  ["farmer", "新型职业农民证书，示例县农业农村局", 7],
  ["disabled", "残疾人证，听力三级", 9],
  ["village-leader", "村委会任职证明", 12],
  ["hard-to-employ", "失业一年以上证明", 16],
  ["veteran", "士兵退出现役证", 21],
];

type About = "employment" | "insurance" | "training-need" | "pension";
const CORRECTIONS: readonly [about: About, wish: string, ago: number][] = [
  ["employment", "我上个月已经离职，退工手续办好了，请把在职改为失业。", 0],
  ["insurance", "失业保险缴费月数少算了三个月，有缴费单。", 1],
  ["employment", "用人单位名称不对，我换了厂，新合同在手上。", 2],
  ["training-need", "当时登记没有培训需求，现在想学一门手艺，请改过来。", 4],
  ["insurance", "外地缴的两年没有转进来，请补登。", 5],
  ["pension", "我没有按月领养老金，记录有误。", 8],
  ["employment", "合同是三年，记成了一年。", 11],
  ["insurance", "目前正常缴费，显示为停缴。", 15],
];

/** Self-declared groups that an officer has yet to check. */
export function addPeoplesWord(county: DemoCounty): void {
  for (const [code, note, ago] of DECLARATIONS) declareGroup(county, demoApplicant(county), code, note, ago);
  for (const [about, wish, ago] of CORRECTIONS) askCorrection(county, demoApplicant(county), about, wish, ago);
}

/** Employed, or just out of school. */
export const demoApplicant = (county: DemoCounty): DemoPerson =>
  addDemoPerson(county, {
    profile: county.random.chance(0.5) ? "employee" : "graduate",
    by: addDays(county.today, -county.random.int(30, 200)),
  });

/** In the small hours, before any time at which the county may be made today. */
export const demoSaidAt = (county: DemoCounty, ago: number): Timestamp => at(addDays(county.today, -ago), "00:05:00");

function declareGroup(county: DemoCounty, person: DemoPerson, code: Group, note: string, ago: number): void {
  const id = rowId(county);
  const by = demoLearnerAccount(person.index);
  county.sink.add("person_group", {
    id,
    person_id: person.id,
    code,
    valid_from: addDays(county.today, -ago - 30),
    valid_to: addDays(county.today, 700),
    evidence_file_id: null,
    evidence_note: note,
    state: "declared",
    declared_by: by,
    decided_by: null,
    created_at: demoSaidAt(county, ago),
  });
  addHistory(county, groupStates, id, [{ to: "declared", at: demoSaidAt(county, ago), by }]);
}

function askCorrection(county: DemoCounty, person: DemoPerson, about: About, wish: string, ago: number): void {
  const id = rowId(county);
  const by = demoLearnerAccount(person.index);
  county.sink.add("fact_correction", {
    id,
    person_id: person.id,
    about,
    fact_id: null,
    group_id: null,
    wish,
    evidence_file_id: null,
    state: "asked",
    asked_by: by,
    asked_at: demoSaidAt(county, ago),
    decided_by: null,
    decided_at: null,
    answer: null,
    new_fact_id: null,
  });
  addHistory(county, correctionStates, id, [{ to: "asked", at: demoSaidAt(county, ago), by }]);
}
