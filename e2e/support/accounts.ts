import { expect, type Page } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface DemoAccount {
  role: string;
  name: string;
  username: string;
  password: string;
  organisation: string | null;
}

let accounts: DemoAccount[] | null = null;

/** The demo accounts, as the product itself lists them. */
export function demoAccounts(): DemoAccount[] {
  accounts ??= JSON.parse(
    execFileSync("npm", ["run", "--silent", "demo-accounts"], {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      encoding: "utf8",
    }),
  ) as DemoAccount[];
  return accounts;
}

/** The `ordinal`-th demo account of a role (0 the first, 1 the second reviewer, …). */
export function demoAccount(role: string, ordinal = 0): DemoAccount {
  const account = demoAccounts().filter((one) => one.role === role)[ordinal];
  if (account === undefined) throw new Error(`no demo account ${ordinal} of role ${role}`);
  return account;
}

/** Signs the page's browser in as a demo account. */
export async function signIn(page: Page, role: string, ordinal = 0): Promise<DemoAccount> {
  const account = demoAccount(role, ordinal);
  const { username, password } = account;
  const answer = await page.request.post("/api/v1/session", { data: { username, password } });
  expect(answer.ok(), `sign-in as ${username}: ${answer.status()}`).toBe(true);
  return account;
}
