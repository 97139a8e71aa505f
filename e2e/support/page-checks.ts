import { AxeBuilder } from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { fileURLToPath } from "node:url";

/**
 * Violations of WCAG 2.1 A and AA by axe: each rule and the elements that break it. `except`: selectors of elements not to look at.
 * Legacy mode looks at one frame only, which is all that the product has, and does without opening a blank page each time.
 */
export async function accessibilityFlaws(page: Page, except: readonly string[] = []): Promise<string[]> {
  let axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  for (const selector of except) axe = axe.exclude(selector);
  const { violations } = await axe.withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** Letters of too little contrast in the dark theme, which the page is left in light after. */
export async function darkFlaws(page: Page, except: readonly string[] = []): Promise<string[]> {
  // Colours on their way to the new theme have any contrast, and beyond the screen they don't move at all.
  await page.addStyleTag({ content: "*, ::before, ::after { transition: none !important; }" });
  const theme = (name: string) => page.evaluate((value) => (document.documentElement.dataset["theme"] = value), name);
  await theme("dark");
  let axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode(true);
  for (const selector of except) axe = axe.exclude(selector);
  const { violations } = await axe.withRules(["color-contrast"]).analyze();
  await theme("light");
  return violations.map(({ nodes }) => `dark: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}

/** The page is accessible. */
export async function checkA11y(page: Page): Promise<void> {
  expect(await accessibilityFlaws(page), `accessibility of ${page.url()}`).toEqual([]);
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
