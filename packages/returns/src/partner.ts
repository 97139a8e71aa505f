import { z } from "zod";
import type { Column, ReturnForm } from "./form.ts";
import { showValue, type Value } from "./values.ts";

/**
 * Mapping table of a partner whose system has its own names of columns and codes of values: its headings are read beside ours, and a list is
 * written under them. Data, one file for each partner and form.
 */
export const PartnerMapping = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u),
  version: z.string().regex(/^\d+\.\d+\.\d+$/u),
  title: z.string().trim().min(1).max(60),
  source: z.string().trim().min(1).max(300),
  form: z.string().min(1).max(40),
  columns: z
    .array(
      z.strictObject({
        code: z.string().min(1).max(40),
        heading: z.string().trim().min(1).max(60),
        /** The partner's word for a code of ours; codes that aren't named are the same on both sides. */
        values: z.record(z.string(), z.string()).optional(),
        /** The partner writes money in fen. */
        unit: z.literal("fen").optional(),
      }),
    )
    .min(1),
});
export type PartnerMapping = z.output<typeof PartnerMapping>;

/** Faults that the shape doesn't show, as JSON pointer and sentence. */
export function partnerFaults(partner: PartnerMapping, form: ReturnForm): { pointer: string; message: string }[] {
  const known = new Map((form.rows?.columns ?? []).map((column) => [column.code, column]));
  const headings = new Set<string>();
  return partner.columns.flatMap(({ code, heading, values }, index) => {
    const pointer = `/columns/${index}`;
    const found = [];
    const column = known.get(code);
    if (!column) found.push({ pointer: `${pointer}/code`, message: `“${form.title}”的明细没有栏目 ${code}。` });
    if (headings.has(heading)) found.push({ pointer: `${pointer}/heading`, message: `表头 ${heading} 用了两次。` });
    headings.add(heading);
    const theirs = Object.values(values ?? {});
    if (new Set(theirs).size < theirs.length)
      found.push({ pointer: `${pointer}/values`, message: "对方的一个代码对应了两个代码，读回来时分不清。" });
    for (const own of Object.keys(values ?? {}))
      if (column && !column.list?.some((item) => item.code === own))
        found.push({ pointer: `${pointer}/values/${own}`, message: `“${column.title}”没有代码 ${own}。` });
    return found;
  });
}

const mapped = (partner: PartnerMapping, column: Column) => partner.columns.find(({ code }) => code === column.code);

/** The partner's heading of a column; undefined where it doesn't carry it. */
export const partnerHeading = (partner: PartnerMapping, column: Column): string | undefined =>
  mapped(partner, column)?.heading;

/** A cell as the partner writes it, in our spelling: to be parsed by `parseValue`. */
export function fromPartner(partner: PartnerMapping, column: Column, text: string): string {
  const map = mapped(partner, column);
  const plain = text.normalize("NFKC").trim();
  if (map?.unit === "fen" && /^\d{1,15}$/u.test(plain)) return (Number(plain) / 100).toFixed(2);
  const own = Object.entries(map?.values ?? {}).find(([, theirs]) => theirs === plain);
  return own ? own[0] : text;
}

/** A value of ours in the partner's spelling. */
export function toPartner(partner: PartnerMapping, column: Column, value: Value): string {
  const map = mapped(partner, column);
  if (map?.unit === "fen") return String(value);
  return map?.values?.[String(value)] ?? showValue({ ...column, list: undefined }, value);
}
