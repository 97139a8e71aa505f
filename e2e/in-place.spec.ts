import { makeCitizenId } from "@jinengtong/standards";
import { expect, test, type Locator } from "@playwright/test";
import { signIn } from "./support/accounts.ts";
import { Office } from "./support/office.ts";
import { checkA11y, checkNoSidewaysScroll, screenshot } from "./support/page-checks.ts";

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function fillDate(group: Locator, date: string): Promise<void> {
  const [year = "", month = "", dayOfMonth = ""] = date.split("-");
  await group.getByLabel("年").fill(year);
  await group.getByLabel("月").fill(String(Number(month)));
  await group.getByLabel("日").fill(String(Number(dayOfMonth)));
}

test("a learner trains in a relative's place: declared with proof, confirmed by the office, chosen for a class", async ({
  page,
  browser,
  baseURL,
}) => {
  // An area code that was never given out: nobody's number.
  const number = makeCitizenId("320699", "1958-04-12" as never, 2 * (Date.now() % 480) + 1);
  // Nobody is named from home who isn't on record: an employer entered him long ago.
  const employer = await Office.open(baseURL ?? "", "enterprise");
  const { account } = await employer.read<{ account: { organisationId: string } }>("/api/v1/session");
  await employer.send(`/api/v1/organisations/${account.organisationId}/employments`, {
    name: "李大山",
    citizenId: number,
    hiredOn: day(-400),
    contractMonths: 12,
  });
  await employer.close();

  await signIn(page, "learner");
  await page.goto("/my/in-place");
  await page.getByRole("button", { name: "申报" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "替谁参加（姓名）" }).fill("李大山");
  await dialog.getByRole("textbox", { name: "这位亲属的身份证号" }).fill(number);
  await dialog.getByRole("radio", { name: "子女" }).check();
  await dialog.getByRole("radio", { name: "户口簿" }).check();
  await dialog.locator("input[type=file]").setInputFiles({
    name: "户口簿.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await expect(dialog.getByText("已上传：户口簿.pdf")).toBeVisible();
  await fillDate(dialog.getByRole("group", { name: /从哪一天起/u }), day(-40));
  await fillDate(dialog.getByRole("group", { name: /到哪一天止/u }), day(300));
  await checkA11y(page);
  await screenshot(page, "learner-in-place-declares");
  await dialog.getByRole("button", { name: "提交，请主管部门确认" }).click();
  await expect(page.getByRole("heading", { name: "替李大山参加" })).toBeVisible();
  await expect(page.getByText("待确认")).toBeVisible();

  const reviewer = await Office.open(baseURL ?? "", "reviewer");
  const { rows } = await reviewer.read<{ rows: { principal: { id: string; name: string } }[] }>(
    "/api/v1/substitutions?limit=200",
  );
  const principal = rows.find((row) => row.principal.name === "李大山")?.principal.id;
  const entered = await reviewer.send<{ id: string }>(`/api/v1/people/${principal}/groups`, {
    code: "severely-disabled",
    validFrom: "2020-01-01",
    validTo: null,
    note: "残疾人证（示例）",
  });
  const second = await Office.open(baseURL ?? "", "reviewer", 1);
  await second.send(`/api/v1/person-entries/${entered.id}/decision`, { verdict: "confirmed" });
  await second.close();

  const office = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: "zh-CN" });
  const desk = await office.newPage();
  await signIn(desk, "reviewer");
  await desk.goto("/bureau/in-place");
  await desk.getByText("李大山", { exact: false }).first().click();
  await expect(desk.getByText("重度残疾人").first()).toBeVisible();
  // Nothing is confirmed before the principal agrees: one without an account signs a paper, which another officer keeps.
  await expect(desk.getByText("还没有同意，不能确认")).toBeVisible();
  await checkA11y(desk);
  await screenshot(desk, "bureau-in-place");
  const colleague = await browser.newContext({ baseURL: new URL(page.url()).origin, locale: "zh-CN" });
  const other = await colleague.newPage();
  await signIn(other, "reviewer", 1);
  await other.goto("/bureau/in-place");
  await other.getByText("李大山", { exact: false }).first().click();
  await other.getByRole("button", { name: "登记同意书" }).click();
  await other.locator("input[type=file]").setInputFiles({
    name: "同意书.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await expect(other.getByText("您登记了同意书，须由另一位人员确认")).toBeVisible();
  await colleague.close();
  await desk.reload();
  await desk.getByText("李大山", { exact: false }).first().click();
  await expect(desk.getByText("签有同意书").first()).toBeVisible();
  await desk.getByRole("button", { name: /^确认/u }).first().click();
  await desk.getByRole("dialog").getByRole("textbox").first().fill("与户口簿、残联名册核对一致");
  await desk.getByRole("dialog").getByRole("button", { name: "确认", exact: true }).click();
  await expect(desk.getByText("已确认").first()).toBeVisible();
  await office.close();

  await page.reload();
  await page.getByRole("button", { name: "这个班是替亲属参加" }).first().click();
  await expect(page.getByText("替亲属参加", { exact: true })).toBeVisible();
  await checkA11y(page);
  await checkNoSidewaysScroll(page);
  await screenshot(page, "learner-in-place");
  await page.getByRole("button", { name: "改回本人参加" }).click();
  await expect(page.getByRole("button", { name: "这个班是替亲属参加" }).first()).toBeVisible();
});
