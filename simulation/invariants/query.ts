import type { County } from "../county.ts";

/** Breaches found by one statement each: `what` says the breach in words and numbers, never in ids. Reads as the database's owner. */
export async function breachesIn(county: County, statements: Readonly<Record<string, string>>): Promise<string[]> {
  const breaches: string[] = [];
  for (const [title, text] of Object.entries(statements)) {
    const { rows } = await county.world.owner.query<{ what: string }>(text);
    breaches.push(...rows.map(({ what }) => `${title}: ${what}`));
  }
  return breaches;
}
