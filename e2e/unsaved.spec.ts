import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";

test("typed values aren't lost by Escape, the cross or a click beside the dialog", async ({ page }) => {
  await signIn(page, "institution");
  await page.goto("/institution/teachers");
  const dialog = page.getByRole("dialog");
  const open = () => page.getByRole("button", { name: "登记教师" }).first().click();
  await open();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);

  await open();
  await dialog.getByLabel("姓名").fill("王");
  await page.keyboard.press("Escape");
  await expect(dialog.getByRole("alert")).toHaveText("填写的内容还没有提交，关闭后不保留。");
  await expect(dialog.getByRole("button", { name: "继续填写" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("姓名")).toHaveValue("王");

  await dialog.getByRole("button", { name: "关闭" }).click();
  await dialog.getByRole("button", { name: "不要了，关闭" }).click();
  await expect(dialog).toHaveCount(0);
});
