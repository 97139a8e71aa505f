import { expect, test } from "@playwright/test";
import { signIn } from "./support/accounts.ts";

test.skip(({ isMobile }) => !isMobile, "at a desk the case stands beside the list");

test("on a phone a case chosen from the queue comes into view", async ({ page }) => {
  await signIn(page, "reviewer", 0);
  await page.goto("/bureau/first-review");
  const row = page.getByRole("list", { name: "待办" }).getByRole("button").nth(2);
  await row.click();
  await expect(row).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("region", { name: "办理" }).getByRole("heading", { level: 2 })).toBeInViewport();
  await expect(row).not.toBeInViewport();
});
