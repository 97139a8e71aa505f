import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../access/index.ts";
import { ROLES } from "../kernel/actor.ts";
import type { Services } from "../kernel/services.ts";
import { generateCounty, type GenerateOptions, passTheNight } from "./generate.ts";

/** Default size: enough people to fill every page, few enough to load while one waits. */
const TRIAL_PEOPLE = 2_000;

/** Loads the labelled demo county into a database without accounts; does nothing otherwise. */
export async function prepareCounty(services: Services, ownerUrl: string): Promise<void> {
  const somebody = await services.database.selectFrom("account").select("id").limit(1).executeTakeFirst();
  if (somebody) return;
  services.log.info({ people: TRIAL_PEOPLE }, "loading the demo county; this happens once");
  await loadCounty(services, ownerUrl, { people: TRIAL_PEOPLE });
}

/** The demo county as of the next morning: figures counted, anomalies found. */
export async function loadCounty(
  services: Services,
  ownerUrl: string,
  options: GenerateOptions,
): Promise<Map<string, number>> {
  const counts = await generateCounty(services, ownerUrl, options);
  await passTheNight(services);
  return counts;
}

/** Accounts to sign in with, printed at the start of a trial. */
export function demoGreeting(): string {
  const lines = DEMO_ACCOUNTS.map(
    ({ role, name, username }) => `  ${ROLES[role].padEnd(8, "　")} ${username.padEnd(12)} ${name}`,
  );
  return `\n示例数据已就绪。可用下列账号登录，密码均为 ${DEMO_PASSWORD}\n${lines.join("\n")}\n\n`;
}

export { generateCounty } from "./generate.ts";
