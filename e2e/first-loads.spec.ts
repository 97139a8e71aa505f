import { expect, test, type Page, type Request } from "@playwright/test";
import { signIn } from "./support/accounts.ts";

/** Answers that an office behind a slow line waits for before its page is there. */
const REQUESTS_AT_MOST = 25;
/** A queue opens its first case besides: the decision, its papers and its history. */
const QUEUE_REQUESTS_AT_MOST = 34;
const SCRIPT_AT_MOST = 204 * 1024;
const QUEUE_SCRIPT_AT_MOST = 208 * 1024;

async function loadOf(page: Page, address: string): Promise<{ all: Request[]; scriptBytes: number }> {
  const all: Request[] = [];
  page.on("requestfinished", (request) => all.push(request));
  await page.goto(address, { waitUntil: "networkidle" });
  await expect(page.locator("h1").first()).toBeAttached();
  const scripts = all.filter((request) => request.resourceType() === "script");
  const sizes = await Promise.all(scripts.map((request) => request.sizes()));
  return { all, scriptBytes: sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0) };
}

/** First visits: each in a browser of its own, with nothing kept. */
for (const [role, addresses] of Object.entries({
  learner: ["/my", "/my/classes"],
  institution: ["/institution", "/institution/classes", "/institution/claims"],
  enterprise: ["/enterprise"],
  evaluator: ["/evaluation"],
  reviewer: ["/bureau", "/bureau/claims", "/bureau/first-review", "/bureau/people"],
  department: ["/bureau/publicity"],
  finance: ["/finance", "/finance/payables"],
  auditor: ["/audit"],
  admin: ["/admin"],
}))
  for (const address of addresses)
    test(`the first visit of ${address} brings few files and little script`, async ({ page }) => {
      await signIn(page, role);
      const { all, scriptBytes } = await loadOf(page, address);
      expect(scriptBytes).toBeGreaterThan(0);
      const isQueue = address.endsWith("-review");
      expect(scriptBytes).toBeLessThan(isQueue ? QUEUE_SCRIPT_AT_MOST : SCRIPT_AT_MOST);
      expect(all.map((request) => request.url()).length).toBeLessThanOrEqual(
        isQueue ? QUEUE_REQUESTS_AT_MOST : REQUESTS_AT_MOST,
      );
    });

for (const [address, role] of [
  ["/", null],
  ["/sign-in", null],
  ["/classes", null],
  ["/my", "learner"],
] as const)
  test(`${address} arrives with its first answers`, async ({ page }) => {
    if (role !== null) await signIn(page, role);
    const { all } = await loadOf(page, address);
    const calls = all.map((request) => new URL(request.url()).pathname).filter((path) => path.startsWith("/api/"));
    expect(calls).toEqual([]);
    await expect(page.locator("main[inert]")).toHaveCount(0);
  });
