import { writtenLength } from "@jinengtong/standards";

/**
 * Rules of one field from the contract: the server refuses by the same ones. Lengths are characters (`writtenLength`), for a list its
 * entries.
 */
export interface FieldRule {
  readonly required?: true;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly least?: number;
  readonly most?: number;
}

/** Rules by the field's JSON pointer in the request without its first slash: `name`, `valid/from`; `#` stands for the place in a list: `checks/#/text`. */
export type FormRules = Readonly<Record<string, FieldRule>>;

/** The rules with these fields required, for an act that needs what the operation leaves optional. */
export const needing = (rules: FormRules, ...names: string[]): FormRules => ({
  ...rules,
  ...Object.fromEntries(names.map((name) => [name, { ...rules[name], required: true as const }])),
});

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Said while typing and on submission. A text is never cut to its limit: who pasted it would not notice. */
export const tooLong = (length: number, limit: number): string => `最多 ${limit} 字，现在 ${length} 字`;

/** Message for a value that breaks its rule; undefined if it is valid. */
export function faultOf(value: unknown, rule: FieldRule | undefined): string | undefined {
  if (rule === undefined) return undefined;
  const text = typeof value === "string" ? value.trim() : value;
  if (isEmpty(text)) return rule.required ? "此项必填" : undefined;
  const { min = 0, max = Infinity, least = -Infinity, most = Infinity } = rule;
  if (Array.isArray(text)) {
    if (text.length < min) return `至少 ${min} 项`;
    return text.length > max ? `不超过 ${max} 项，现在是 ${text.length} 项` : undefined;
  }
  if (typeof text === "string") {
    const length = writtenLength(text);
    if (length < min) return `至少 ${min} 个字`;
    if (length > max) return tooLong(length, max);
    if (rule.pattern !== undefined && !new RegExp(rule.pattern, "u").test(text)) return "格式不对，请对照说明检查";
  }
  const number = Number(text);
  if (number < least) return `不能小于 ${least}`;
  if (number > most) return `不能大于 ${most}`;
  return undefined;
}

/** Value at a pointer. A form may store `valid/from` under that name, or nested as in the request. */
function valueAt(values: object, pointer: string): unknown {
  if (pointer in values) return (values as Record<string, unknown>)[pointer];
  let at: unknown = values;
  for (const key of pointer.split("/")) at = (at as Record<string, unknown> | null | undefined)?.[key];
  return at;
}

/** The rule of a field, in a list by its place there. */
export const ruleAt = (rules: FormRules | undefined, pointer: string): FieldRule | undefined =>
  rules?.[pointer] ?? rules?.[pointer.replaceAll(/\/\d+(?=\/|$)/gu, "/#")];

/** Most characters of a field that holds a text. */
export function limitOf(values: object, rules: FormRules | undefined, pointer: string): number | undefined {
  return typeof valueAt(values, pointer) === "string" ? ruleAt(rules, pointer)?.max : undefined;
}

/** Fields that break their rules. Rules apply only to fields of this form. */
export function refusedFields(values: object, rules: FormRules | undefined): string[] {
  const placesOf = (pointer: string): string[] => {
    const star = pointer.indexOf("/#");
    if (star < 0) return [pointer];
    const rows = valueAt(values, pointer.slice(0, star));
    return Array.isArray(rows)
      ? rows.flatMap((_, index) => placesOf(`${pointer.slice(0, star)}/${index}${pointer.slice(star + 2)}`))
      : [];
  };
  return Object.keys(rules ?? {})
    .flatMap(placesOf)
    .filter((pointer) => {
      const value = valueAt(values, pointer);
      return value !== undefined && faultOf(value, ruleAt(rules, pointer)) !== undefined;
    });
}

/** A refusal that names fields, as the API's `ProblemError` does. */
interface Refusal {
  fieldError(pointer: string): string | undefined;
}

const isRefusal = (error: unknown): error is Refusal =>
  typeof error === "object" && error !== null && "fieldError" in error;

interface FaultSettings {
  values: object;
  rules: FormRules | undefined;
  /** The last refusal. */
  error: unknown;
  /** Fields that were left; null: a submission was tried, so every field counts. */
  left: ReadonlySet<string> | null;
  /** The fields changed since that refusal. */
  changed: ReadonlySet<string>;
  /** Fault of the page's own check. */
  checked?: string | undefined;
}

/**
 * Message shown at a field now: too long or too much at once; missing, too short, malformed or refused by the page's own check
 * after it was left or a submission was tried; the server's refusal until the field changes.
 */
export function faultAt(
  pointer: string,
  { values, rules, error, left, changed, checked }: FaultSettings,
): string | undefined {
  const value = valueAt(values, pointer);
  const rule = ruleAt(rules, pointer);
  const { max, most } = rule ?? {};
  const found =
    left === null || left.has(pointer)
      ? (faultOf(value, rule) ?? checked)
      : faultOf(value, { ...(max === undefined ? {} : { max }), ...(most === undefined ? {} : { most }) });
  if (found !== undefined) return found;
  const answered = [...changed].some((one) => pointer === one || pointer.startsWith(`${one}/`));
  return !answered && isRefusal(error) ? error.fieldError(`/${pointer}`) : undefined;
}
