import { addDemoAccount, DEMO_ACCOUNTS, type DemoAccount } from "../../access/index.ts";
import type { DemoCounty } from "../../kernel/demo/county.ts";
import { addDemoOrganisation, type DemoParty } from "./organisation.ts";

/** Offices that lead a part of the programme. The first belongs to the department's demo account. */
const DEPARTMENTS = ["应急管理局", "农业农村局", "残疾人联合会", "退役军人事务局", "工业和信息化局"] as const;

/** Adds the county's offices, and accounts for them and all institutions. */
export function addOffices(county: DemoCounty): void {
  const office = (name: string, kind: "bureau" | "department"): DemoParty =>
    addDemoOrganisation(county, { name: `示例县${name}`, kind, ownership: "public" });
  const bureau = office("人力资源和社会保障局", "bureau");
  const finance = office("财政局", "bureau");
  for (const name of DEPARTMENTS) county.departments.set(name, office(name, "department"));
  const audit = office("审计局", "bureau");
  addAccounts(county, {
    institution: county.organisations[0]?.id ?? null,
    enterprise: county.enterprises[0]?.id ?? null,
    evaluator: county.evaluators[0]?.id ?? null,
    bureau: bureau.id,
    finance: finance.id,
    department: county.departments.get(DEPARTMENTS[0])?.id ?? null,
    audit: audit.id,
    platform: null,
    self: null,
  });
}

function addAccounts(county: DemoCounty, places: Record<DemoAccount["at"], string | null>): void {
  for (const account of DEMO_ACCOUNTS) {
    if (account.role === "learner") continue;
    addDemoAccount(county, {
      ...account,
      organisationId: places[account.at],
      passwordHash: county.passwordHash,
    });
  }
  for (const [index, { id, accountId }] of county.organisations.entries())
    addDemoAccount(county, {
      id: accountId,
      username: `jigou-${index + 1}`,
      name: "示例经办人",
      role: "institution",
      organisationId: id,
      passwordHash: null,
    });
}
