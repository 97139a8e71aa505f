import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { fileURLToPath } from "node:url";

/** WCAG 2.1 A and AA by axe; a failure names each rule and the elements that break it. */
export async function checkA11y(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"])
    .analyze();
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}

/** No horizontal overflow: people scroll down, not sideways. */
export async function checkNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(excess, `sideways scroll of ${page.url()}`).toBeLessThanOrEqual(0);
}

/** Saves a screenshot under test-results/screens/<project>/. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const directory = fileURLToPath(new URL("../../test-results/screens", import.meta.url));
  await page.screenshot({ path: `${directory}/${test.info().project.name}/${name}.png`, fullPage: true });
}
