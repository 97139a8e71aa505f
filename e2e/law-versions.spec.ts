import { expect, test, type Browser, type Page } from "@playwright/test";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { signIn } from "./support/accounts.ts";
import { Office } from "./support/office.ts";
import { screenshot } from "./support/page-checks.ts";
import { partOf, publishVersion } from "./support/publish-version.ts";
import { type Started, startPlatform } from "./support/start-platform.ts";

test.skip(({ viewport }) => (viewport?.width ?? 0) < 1024, "officers sit at a desk");
test.setTimeout(600_000);

/** A county at work of its own: versions published here must not decide the claims of the other journeys. */
const ROOT = path.resolve(import.meta.dirname, "..");
const STATES = "prepared submitted returned first-passed approved publicised payable batched paid refused".split(" ");
let directory = "";
let platform: Started;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  directory = await mkdtemp(path.join(tmpdir(), "jinengtong-law-"));
  platform = await startPlatform({ PORT: "0", DATA_DIR: path.join(directory, "data") });
});
test.afterAll(async () => {
  await platform.stop();
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

interface Shown {
  claim: { number: string; state: string; askedFen: number };
  decision: { outcome: string; findings: unknown[]; policy: { version: string; digest: string } } | null;
  versions: { policyVersion: string | null; amountFen: number }[];
}
const shown = (office: Office, id: string) => office.read<Shown>(`/api/v1/claims/${id}`);

async function oneOfEachState(office: Office): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const state of STATES) {
    const { rows } = await office.read<{ rows: { id: string }[] }>(`/api/v1/claims?state=${state}&held=false&limit=1`);
    if (rows[0]) found.set(state, rows[0].id);
  }
  return found;
}

async function verified(): Promise<void> {
  const { stdout } = await promisify(execFile)("npm", ["run", "--silent", "admin", "--", "verify"], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: path.join(directory, "data") },
  });
  expect((JSON.parse(stdout) as { ok: boolean }).ok).toBe(true);
}

async function officerOf(browser: Browser, ordinal: number): Promise<Page> {
  const context = await browser.newContext({ baseURL: platform.origin, locale: "zh-CN" });
  const page = await context.newPage();
  await signIn(page, "reviewer", ordinal);
  return page;
}

test("versions published in the running platform: each claim keeps its law; a new one falls under the new; one that is to be decided again keeps both decisions", async ({
  browser,
}) => {
  const officer = await Office.open(platform.origin, "reviewer");
  const [page, signer] = [await officerOf(browser, 0), await officerOf(browser, 1)];
  const claims = await oneOfEachState(officer);
  expect([...claims.keys()]).toEqual(STATES);
  const before = new Map<string, Shown>();
  for (const [state, id] of claims) before.set(state, await shown(officer, id));

  await publishVersion(page, signer, { programme: "rugao-2019", title: "文字更正", version: "2.0.1" });
  for (const [state, id] of claims) {
    const now = await shown(officer, id);
    expect([state, now.decision]).toEqual([state, before.get(state)?.decision]);
    expect(now.decision?.policy.version).toBe("2.0.0");
  }
  await verified();
  await page.goto(`/bureau/claims/${claims.get("paid")}`);
  await expect(page.getByText("第 2.0.0 版", { exact: false }).first()).toBeVisible();
  await screenshot(page, "law-versions-paid");
  await page.goto(`/bureau/claims/${claims.get("paid")}/trace`);
  const findings = before.get("paid")?.decision?.findings ?? [];
  await expect(page.getByText(`${findings.length} 项条件都满足`, { exact: false }).first()).toBeVisible();

  // A claim in hand goes on under its own version.
  const inHand = claims.get("submitted") ?? "";
  await officer.send(`/api/v1/claims/${inHand}/first-review`, { verdict: "pass" });
  expect(await shown(officer, inHand)).toMatchObject({
    claim: { state: "first-passed" },
    decision: { policy: { version: "2.0.0" } },
  });

  // A new one falls under the new version, which the policy page shows beside the old.
  const enterprise = await Office.open(platform.origin, "enterprise");
  const { account } = await enterprise.read<{ account: { organisationId: string } }>("/api/v1/session");
  const employees = await enterprise.read<{ rows: { personId: string }[] }>(
    `/api/v1/organisations/${account.organisationId}/employees?state=employed&limit=50`,
  );
  const made = await enterprise.send<{ id: string }>("/api/v1/claims", {
    benefit: "work-for-training",
    personId: employees.rows[0]?.personId,
    stated: { months: 1 },
    because: "新招用职工，资料随后补交",
  });
  expect(await shown(officer, made.id)).toMatchObject({ decision: { policy: { version: "2.0.1" } } });
  await page.goto("/policy");
  await expect(page.getByLabel("版本").locator("option")).toHaveText([
    /第 2\.0\.1 版/u,
    /第 2\.0\.0 版/u,
    /第 1\.0\.0 版/u,
  ]);
  await expect(page.getByRole("main")).toContainText("第 2.0.1 版");
  await enterprise.close();

  // A version that takes over claims in hand: both decisions are kept and shown to the reviewer.
  await publishVersion(page, signer, {
    programme: "rugao-2019",
    title: "标准减半",
    version: "3.0.0",
    async edit(editor) {
      await editor.getByRole("radio", { name: "按新版本重新判定" }).check();
      await partOf(editor, "失业人员职业技能培训补贴");
      await editor.getByRole("button", { name: "展开步骤" }).click();
      await editor.getByRole("button", { name: "加一项到步骤" }).click();
      await editor
        .getByRole("dialog")
        .getByRole("button", { name: /^乘以比例/u })
        .click();
      await editor.getByRole("button", { name: "全部以新结果为准" }).click();
    },
  });
  const { rows } = await officer.read<{ rows: { id: string }[] }>(
    "/api/v1/claims?state=submitted&outcome=granted&benefit=unemployed-training&held=false&reviewable=true&limit=20",
  );
  const taken = rows.find(({ id }) => id !== made.id)?.id ?? "";
  const old = await shown(officer, taken);
  await officer.send(`/api/v1/claims/${taken}/first-review`, { verdict: "pass" });
  const now = await shown(officer, taken);
  expect(now).toMatchObject({ decision: { policy: { version: "3.0.0" } } });
  expect(now.versions.map(({ policyVersion }) => policyVersion)).toEqual([
    ...old.versions.map(({ policyVersion }) => policyVersion),
    "3.0.0",
  ]);
  expect(now.claim.askedFen).toBe(Math.round(old.claim.askedFen / 2));
  // Claims that are granted or paid stay as they were decided.
  for (const state of ["approved", "paid", "refused"])
    expect((await shown(officer, claims.get(state) ?? "")).decision).toEqual(before.get(state)?.decision);
  await page.goto(`/bureau/claims/${taken}`);
  await expect(page.getByText("第 3.0.0 版", { exact: false }).first()).toBeVisible();
  await page.getByRole("tab", { name: "经过" }).click();
  await expect(page.getByText("（政策第 2.0.0 版）", { exact: false }).first()).toBeVisible();
  await expect(page.getByText("（政策第 3.0.0 版）", { exact: false }).first()).toBeVisible();
  await screenshot(page, "law-versions-redecided");
  await verified();
  await officer.close();
});
