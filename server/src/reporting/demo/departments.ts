import { demoAccount } from "../../access/index.ts";
import { at, type DemoCounty, rowId } from "../../kernel/demo/county.ts";

interface Office {
  name: string;
  /** Scope that it leads (十六): kind and code, and the clause. */
  leads: readonly (readonly [kind: "project" | "group" | "benefit", code: string, clause: string])[];
  /** People to be trained in the whole programme. */
  target: number;
}

const OFFICES: readonly Office[] = [
  { name: "应急管理局", leads: [["benefit", "special-operation", "六.1"]], target: 4_500 },
  {
    name: "农业农村局",
    leads: [
      ["project", "示例-ZN", "五.1"],
      ["project", "示例-FP", "(十一)"],
      ["group", "farmer", "五.1"],
      ["group", "village-leader", "五.1"],
    ],
    target: 9_000,
  },
  {
    name: "残疾人联合会",
    leads: [
      ["project", "示例-CJ", "五.1"],
      ["group", "disabled", "五.1"],
      ["group", "severely-disabled", "五.1"],
    ],
    target: 1_200,
  },
  { name: "退役军人事务局", leads: [["group", "veteran", "五.1"]], target: 800 },
  {
    name: "工业和信息化局",
    leads: [
      ["benefit", "on-job", "四.3"],
      ["benefit", "apprenticeship", "四.6"],
    ],
    target: 12_000,
  },
];

/** Scopes led by each department, and its share of the target. */
export function addLeads(county: DemoCounty): void {
  for (const office of OFFICES) {
    const department = county.departments.get(office.name);
    if (department) addLead(county, department.id, office);
  }
}

function addLead(county: DemoCounty, departmentId: string, { leads, target }: Office): void {
  const setBy = demoAccount("reviewer1").id;
  for (const [kind, code, clause] of leads)
    county.sink.add("department_scope", {
      kind,
      code,
      department_id: departmentId,
      clause,
      set_by: setBy,
      set_at: at(county.firstDay, "10:00:00"),
    });
  county.sink.add("target", {
    id: rowId(county),
    policy_id: county.policy.id,
    measure: "person-times",
    year: null,
    value: target,
    clause: "十六",
    region: county.region,
    department_id: departmentId,
    set_by: setBy,
    set_at: at(county.firstDay, "10:00:00"),
  });
}
