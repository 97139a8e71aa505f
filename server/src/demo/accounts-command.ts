import { DEMO_ACCOUNTS } from "../access/index.ts";

/** `npm run demo-accounts`: sign-in accounts of the demo county, as JSON. */
const ORGANISATIONS = {
  institution: "示例益民职业培训学校",
  enterprise: "示例远航船舶重工有限公司",
  evaluator: "示例县职业技能鉴定所",
  bureau: "示例县人力资源和社会保障局",
  finance: "示例县财政局",
  department: "示例县应急管理局",
  audit: "示例县审计局",
  platform: null,
  self: null,
} as const;

const list = DEMO_ACCOUNTS.map(({ role, name, username, password, at }) => ({
  role,
  name,
  username,
  password,
  organisation: ORGANISATIONS[at],
}));
process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
