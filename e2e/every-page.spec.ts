import { expect, test } from "@playwright/test";
import { demoAccounts } from "./support/accounts.ts";
import { examples, fill } from "./support/examples.ts";
import { Office } from "./support/office.ts";
import { PageWalk } from "./support/page-walk.ts";
import { addresses } from "./support/routes.ts";

/*
 * Every address of the route table, by everybody whose page it is. E2E_PICTURES=<folder> keeps a picture of each page at both widths.
 */
const PUBLIC = "public";
const routes = await addresses();
const visitors = [PUBLIC, ...new Set(demoAccounts().map(({ role }) => role))];

test.describe.configure({ mode: "parallel" });

test("every address with a parameter has an example", () => {
  const open = routes.map(({ pattern }) => pattern).filter((pattern) => pattern.includes(":"));
  expect(open.toSorted()).toEqual(Object.keys(examples).toSorted());
});

for (const visitor of visitors) {
  test(`every page of ${visitor}, at 390 and 1440 px`, async ({ browser, baseURL }) => {
    test.setTimeout(420_000);
    const office = await (visitor === PUBLIC ? Office.visitor(baseURL ?? "") : Office.open(baseURL ?? "", visitor));
    const context = await browser.newContext({ storageState: await office.cookies(), baseURL: baseURL ?? "" });
    const walk = new PageWalk(await context.newPage(), visitor);
    const touched = visitor === PUBLIC || visitor === "learner";
    const flaws: string[] = [];
    const own = routes.filter(({ roles }) => (roles ?? [PUBLIC]).includes(visitor));
    expect(own.length, "pages to visit").toBeGreaterThan(4);
    for (const { pattern } of own) {
      const filled = (await examples[pattern]?.(office)) ?? [""];
      // An optional last part (a tab, a list) makes each address another page rather than another case of the same.
      const parts = pattern.endsWith("?");
      for (const [index, example] of filled.entries())
        flaws.push(...(await walk.visit(fill(pattern, example), { touched, first: index === 0 || parts })));
    }
    expect(flaws).toEqual([]);
    await context.close();
    await office.close();
  });
}
