/**
 * Administrative divisions by the statistical codes of the National Bureau of Statistics (GB/T 2260 for the first six
 * digits, GB/T 10114 for nine): 2 digits a province, 4 a city, 6 a county, 9 a town or sub-district.
 */
export interface Region {
  readonly code: string;
  readonly name: string;
}

/** The county of the first programme. */
export const RUGAO = "320682";

const REGIONS: readonly Region[] = [
  { code: "32", name: "江苏省" },
  { code: "3206", name: "南通市" },
  { code: RUGAO, name: "如皋市" },
  { code: "320682001", name: "如城街道" },
  { code: "320682103", name: "东陈镇" },
  { code: "320682104", name: "丁堰镇" },
  { code: "320682105", name: "白蒲镇" },
  { code: "320682107", name: "下原镇" },
  { code: "320682108", name: "九华镇" },
  { code: "320682110", name: "石庄镇" },
  { code: "320682111", name: "长江镇" },
  { code: "320682112", name: "吴窑镇" },
  { code: "320682113", name: "江安镇" },
  { code: "320682116", name: "搬经镇" },
  { code: "320682117", name: "磨头镇" },
  { code: "320682400", name: "经济开发区（城北街道）" },
  { code: "320682401", name: "高新区（城南街道）" },
];
const BY_CODE = new Map(REGIONS.map((region) => [region.code, region]));

/** The towns and sub-districts of 如皋, in the order of their codes. */
export const rugaoTowns: readonly Region[] = REGIONS.filter((region) => region.code.length === 9);

/** The name of a region; `undefined` where the list does not know it. Accepts `320000` and `320600` too. */
export function regionName(code: string): string | undefined {
  return BY_CODE.get(regionPrefix(code))?.name;
}

/** The code of a 如皋 town by its name, in full or without 镇 / 街道 / brackets; for spreadsheet cells. */
export function townCodeOf(name: string): string | undefined {
  const plain = name.trim();
  if (plain === "") return undefined;
  return rugaoTowns.find((town) =>
    [town.name, ...town.name.split(/[（）]/), town.name.replace(/[镇街道]+$/, "")].includes(plain),
  )?.code;
}

/** Whether `parent` is `region` or contains it, by prefix. Refuses malformed codes with `false`: no door opens by accident. */
export function covers(parent: string, region: string): boolean {
  if (!isRegionCode(parent) || !isRegionCode(region)) return false;
  return regionPrefix(region).startsWith(regionPrefix(parent));
}

/** Whether the text has the shape of a region code: 2, 4, 6 or 9 digits. */
export function isRegionCode(code: string): boolean {
  return /^[1-9]\d(?:\d\d(?:\d\d(?:\d{3})?)?)?$/.test(code);
}

/** Six-digit codes of provinces and cities end in zeros (320000, 320600); the prefix is what contains. */
function regionPrefix(code: string): string {
  if (code.length !== 6) return code;
  return code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code;
}
