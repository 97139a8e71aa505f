import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { Office } from "./support/office.ts";
import { checkA11y, screenshot } from "./support/page-checks.ts";

const day = (offset: number) => new Date(Date.now() + (8 + 24 * offset) * 3_600_000).toISOString().slice(0, 10);

/** The demo learner is hired and holds a verified licence; the answer is the code that they show at a gate. */
async function aLicensedLearner(baseURL: string): Promise<string> {
  const learner = await Office.open(baseURL, "learner");
  const enterprise = await Office.open(baseURL, "enterprise");
  const reviewer = await Office.open(baseURL, "reviewer");
  const { person } = await learner.read<{ person: { id: string; name: string } }>("/api/v1/me/record");
  const { citizenId } = await reviewer.send<{ citizenId: string }>(`/api/v1/people/${person.id}/unmasking`, {
    purpose: "核验上岗证件",
    fields: ["citizenId"],
  });
  const organisation = await enterprise.read<{ id: string }>("/api/v1/me/organisation");
  await enterprise.send(`/api/v1/organisations/${organisation.id}/employments`, {
    name: person.name,
    citizenId,
    hiredOn: day(-20),
    contractMonths: 12,
  });
  const { id } = await enterprise.send<{ id: string }>("/api/v1/work-licences", {
    personId: person.id,
    item: "electric-low",
    number: `T${citizenId}`,
    issuerName: "示例省应急管理厅",
    firstIssuedOn: day(-300),
    issuedOn: day(-300),
    validTo: day(1_890),
  });
  await reviewer.send(`/api/v1/work-licences/${id}/decision`, {
    verdict: "verified",
    queriedOn: day(0),
    note: "全国查询平台查得一致",
  });
  const { licences } = await learner.read<{ licences: { id: string; code: string }[] }>("/api/v1/me/postings");
  await Promise.all([learner, enterprise, reviewer].map((office) => office.close()));
  return licences.find((one) => one.id === id)?.code ?? "";
}

test("a code is checked at the gate, also without network, and a forged one is refused", async ({
  page,
  context,
  baseURL,
}) => {
  test.skip((page.viewportSize()?.width ?? 0) < 1_000, "the learner is licensed once");
  const code = await aLicensedLearner(baseURL ?? "");
  await page.goto("/gate");
  await page.getByLabel("或者粘贴码的内容").fill(code);
  await page.getByRole("button", { name: "核验", exact: true }).click();
  await expect(page.getByText("可以作业")).toBeVisible();
  await expect(page.getByText("按今天的记录有效")).toBeVisible();
  await checkA11y(page);
  await context.setOffline(true);
  await page.getByLabel("或者粘贴码的内容").fill(code);
  await page.getByRole("button", { name: "核验", exact: true }).click();
  await expect(page.getByText("没有网络，按码的签名核验")).toBeVisible();
  await expect(page.getByText("可以作业")).toBeVisible();
  await page.getByLabel("或者粘贴码的内容").fill(code.replace("JNT1.ey", "JNT1.fy"));
  await page.getByRole("button", { name: "核验", exact: true }).click();
  await expect(page.getByText("不能放行")).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "现在上报" }).click();
  await expect(page.getByRole("button", { name: "现在上报" })).toHaveCount(0);
});

test("an enterprise reads who may not work, and ends a posting", async ({ page }) => {
  await signIn(page, "enterprise");
  await page.goto("/enterprise/postings");
  await expect(page.getByText("不得上岗").first()).toBeVisible();
  await expect(page.getByText("证件的作业项目与岗位不符").first()).toBeVisible();
  await screenshot(page, "enterprise-postings");
  await checkA11y(page);
});

test("the bureau verifies a licence against the national query", async ({ page }) => {
  test.skip((page.viewportSize()?.width ?? 0) < 1_000, "officers sit at a desk");
  await signIn(page, "reviewer");
  await page.goto("/bureau/licences");
  await page
    .getByRole("button", { name: /的证件/u })
    .first()
    .click();
  await screenshot(page, "bureau-licence");
  await page.getByLabel("查询结果").fill("全国查询平台查得一致");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto("/bureau/postings");
  await screenshot(page, "bureau-postings");
});
