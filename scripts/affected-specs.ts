/** Folders under the pages: after a change there, every page is walked. */
const UNDER_THE_PAGES = /^(?:web|server|packages|policies|counties|e2e)\//u;
const UNIT_TEST = /\.test\.tsx?$/u;

/**
 * Browser specs affected by a change: changed specs, specs of portals whose pages changed (`bureau.spec.ts` and `bureau-….spec.ts`
 * for `web/src/portals/bureau/`), and the walk over every page after any change below the pages.
 */
export function affectedSpecs(changed: readonly string[], specs: readonly string[]): string[] {
  const files = changed.filter((file) => UNDER_THE_PAGES.test(file) && !UNIT_TEST.test(file));
  if (files.length === 0) return [];
  const portals = new Set(files.flatMap((file) => /^web\/src\/portals\/([a-z-]+)\//u.exec(file)?.[1] ?? []));
  const touched = (spec: string): boolean =>
    spec === "every-page.spec.ts" || files.includes(`e2e/${spec}`) || portals.has(/^[a-z]+/u.exec(spec)?.[0] ?? "");
  return specs.filter(touched);
}

/** Data that tests read without importing: after a change there, every unit test runs. */
export function touchesEveryTest(changed: readonly string[]): boolean {
  return changed.some((file) => /^(?:server\/migrations|policies|counties)\/|^package-lock\.json$/u.test(file));
}
