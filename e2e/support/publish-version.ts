import { expect, type Page } from "@playwright/test";

interface NextVersion {
  programme: string;
  /** Name of the draft. */
  title: string;
  version: string;
  /** Further changes in the editor, which stands at the general part. */
  edit?: (page: Page) => Promise<void>;
}

/** The next version of a programme as two officers publish it: drafted, checked, proved, held against stored claims, signed. */
export async function publishVersion(author: Page, signer: Page, next: NextVersion): Promise<void> {
  await author.goto("/bureau/law");
  await author.getByRole("button", { name: "起草" }).first().click();
  await author.getByLabel("哪个政策").selectOption(next.programme);
  await author.getByLabel("草案名称").fill(next.title);
  await author.getByRole("button", { name: "开始起草" }).click();
  await expect(author.getByRole("heading", { name: next.title })).toBeVisible();
  await partOf(author, "总则");
  await author.getByLabel("版本号").fill(next.version);
  await author.getByLabel("说明").fill(`${next.title}（示例）`);
  await next.edit?.(author);
  await expect(author.getByText("没有必须改的")).toBeVisible({ timeout: 30_000 });
  await expect(author.getByText("已保存到平台")).toBeVisible();

  await author.getByRole("link", { name: "检查、影响与签发" }).click();
  await author.getByRole("button", { name: "开始证明" }).click();
  await author.getByRole("button", { name: "开始测算" }).click();
  await expect(author.getByText(/共走过/u)).toBeVisible({ timeout: 240_000 });
  await expect(author.getByText(/共看过|笔会变/u).first()).toBeVisible({ timeout: 60_000 });
  await author.getByRole("button", { name: "提交签发" }).click();
  await author.getByRole("dialog").getByLabel("说明").fill("以前的申请照原来的版本，不另补发追回。");
  await author.getByRole("dialog").getByRole("button", { name: "提交" }).click();
  await expect(author.getByText("等另一位工作人员签发")).toBeVisible();
  // Whoever asked can't sign.
  await expect(author.getByRole("button", { name: "签发", exact: true })).toHaveCount(0);

  await signer.goto(author.url());
  await signer.getByRole("button", { name: "签发", exact: true }).click();
  await signer.getByRole("dialog").getByRole("button", { name: "签发" }).click();
  await expect(signer.getByText("已签发").first()).toBeVisible();
}

/** Opens a part of the draft in its editor: a benefit, or one of the others. */
export const partOf = (page: Page, name: string): Promise<void> =>
  page.getByRole("navigation", { name: "草案的各部分" }).getByRole("button", { name, exact: false }).click();
