/**
 * Codes of administrative divisions by the National Bureau of Statistics (GB/T 2260 for the first six digits, GB/T 10114 for nine):
 * 2 digits a province, 4 a city, 6 a county, 9 a town or sub-district. Names come from the county's configuration.
 */

/**
 * Whether `parent` equals `region` or contains it, by prefix. Malformed codes give `false`, so access is never granted by accident.
 */
export function covers(parent: string, region: string): boolean {
  if (!isRegionCode(parent) || !isRegionCode(region)) return false;
  return regionPrefix(region).startsWith(regionPrefix(parent));
}

/** Whether the text has the form of a region code: 2, 4, 6 or 9 digits. */
export function isRegionCode(code: string): boolean {
  return /^[1-9]\d(?:\d\d(?:\d\d(?:\d{3})?)?)?$/.test(code);
}

/** Six-digit codes of provinces and cities end in zeros (320000, 320600), so the prefix without them is compared. */
function regionPrefix(code: string): string {
  if (code.length !== 6) return code;
  return code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code;
}
