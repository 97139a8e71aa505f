/** Any origin will do: only whether the address stays on it matters. */
const SITE = "http://site.invalid";

/**
 * Address within this site to go back to, as path, query and fragment; null for anything that a browser would follow to another
 * site. Browsers drop tabs and line breaks and read `\` as `/`, so the address is read as they do, not compared as text.
 */
export function siteAddress(address: string | null | undefined): string | null {
  if (!address?.startsWith("/") || !URL.canParse(address, SITE)) return null;
  const url = new URL(address, SITE);
  return url.origin === SITE ? url.pathname + url.search + url.hash : null;
}
