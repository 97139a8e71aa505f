import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { Office } from "./support/office.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

interface Employee {
  personId: string;
  name: string;
}

test("an enterprise confirms several prepared claims at once", async ({ page }) => {
  await signIn(page, "enterprise");
  await page.goto("/enterprise/claims?part=mine");
  const boxes = page.getByRole("row").getByRole("checkbox");
  await boxes.nth(1).check();
  await boxes.nth(2).check();
  await page.getByRole("button", { name: "确认并提交 2 笔" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: "确认并提交 2 笔" }).click();
  await expect(page.getByText("已提交初审 2 笔")).toBeVisible();
});

test("an enterprise claims for several employees at once, each by their own records", async ({ page, baseURL }) => {
  const origin = baseURL ?? "";
  const [enterprise, first, second] = await Promise.all([
    Office.open(origin, "enterprise"),
    Office.open(origin, "reviewer"),
    Office.open(origin, "reviewer", 1),
  ]);
  const { account } = await enterprise.read<{ account: { organisationId: string } }>("/api/v1/session");
  const { rows } = await enterprise.read<{ rows: Employee[] }>(
    `/api/v1/organisations/${account.organisationId}/employees?state=employed&sort=-hiredOn&limit=20`,
  );
  const claimsOf = (personId: string) =>
    enterprise.read<{ rows: { state: string }[] }>(`/api/v1/claims?personId=${personId}&benefit=work-for-training`);
  const free: Employee[] = [];
  for (const row of rows) if ((await claimsOf(row.personId)).rows.length === 0) free.push(row);
  // Two of the three are poor by the bureau's register; for the third the page says what is not met.
  const chosen = free.slice(0, 3);
  const poor = chosen.slice(0, 2);
  for (const { personId } of poor) {
    const group = { code: "poor", validFrom: "2026-01-01", note: "帮扶名册" };
    const entry = await first.send<{ id: string }>(`/api/v1/people/${personId}/groups`, group);
    await second.send(`/api/v1/person-entries/${entry.id}/decision`, { verdict: "confirmed" });
  }

  await signIn(page, "enterprise");
  await page.goto("/enterprise/staff?state=employed&sort-employees=-hiredOn");
  for (const { name } of chosen) await page.getByRole("row").filter({ hasText: name }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "为 3 人申请补贴" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "逐人试算" }).click();
  await expect(dialog.getByText(/可以享受/u)).toHaveCount(2);
  await expect(dialog.getByText("不能提交")).toHaveCount(1);
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "enterprise-claims-for-several");
  await dialog.getByRole("button", { name: /^提交初审 2 笔/u }).click();
  await expect(dialog.getByText(/已提交 \S+，/u)).toHaveCount(2);
  await dialog.getByRole("button", { name: "完成" }).click();
  for (const { personId } of poor) {
    const claims = await claimsOf(personId);
    expect(claims.rows.map(({ state }) => state)).toEqual(["submitted"]);
  }
});
