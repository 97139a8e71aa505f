import {
  foldCode,
  isOccupationCode,
  searchText,
  writtenLength,
  writtenLine,
  writtenText,
  type CivilDate as CivilDateText,
} from "@jinengtong/standards";
import { z } from "zod";
import { FileReply } from "./files.ts";
import { unacceptable } from "./problem.ts";

/** Schemas that most operations share. */
export const Id = z.uuid("编号格式不正确");
export const ById = z.object({ id: Id });
const REAL_DAY = "请填写有效的日期，如 2020-03-01";
/** A day of the years 1900 to 2199: no act of anybody alive lies outside, and days before and after it stay days that can be reckoned. */
export const CivilDate = z.iso.date(REAL_DAY).refine((day) => day >= "1900-01-01" && day <= "2199-12-31", {
  error: REAL_DAY,
  abort: true,
}) as unknown as z.ZodType<CivilDateText, string>;
export const Instant = z.string().meta({ format: "date-time" });
export const Fen = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER).describe("金额，单位：分");
/** Limits of a text in characters, as pages, JSON Schema and the database count them: zod counts a rare character or an emoji as two. */
function characters(max: number, min = 0) {
  const limits = z.check<string>((payload) => {
    const input = payload.value;
    const length = writtenLength(input);
    const given = { origin: "string" as const, inclusive: true, input, continue: true };
    if (length < min)
      payload.issues.push({
        ...given,
        code: "too_small",
        minimum: min,
        message: min > 1 ? `至少 ${min} 个字` : "此项必填",
      });
    if (length > max) payload.issues.push({ ...given, code: "too_big", maximum: max, message: `不超过 ${max} 个字` });
  });
  const said = { ...(min > 0 ? { minimum: min } : {}), maximum: max };
  // oxlint-disable-next-line no-underscore-dangle -- the contract says them as zod's own limits would
  limits._zod.onattach.push((schema) => Object.assign(schema._zod.bag, said));
  return limits;
}
/** Text that a person writes: stored without invisible marks and without blanks at its ends. */
export const Text = (max: number, min = 1) => z.string().overwrite(writtenText).check(characters(max, min));
/** Name or title: a text on one line. */
export const Line = (max: number, min = 1) => z.string().overwrite(writtenLine).check(characters(max, min));
/** Number on paper (voucher, bank reference, certificate): stored and compared in its one spelling. */
export const WrittenNumber = (max: number, min = 1) => z.string().overwrite(foldCode).check(characters(max, min));
/** Code of an occupation in its one spelling, whatever width its digits and dashes were typed in. */
export const OccupationCode = z.string().overwrite(foldCode).refine(isOccupationCode, "职业编码应为 6-31-01-03 的样子");
/** A search as typed, in the spelling in which things are stored. */
export const SearchText = (max: number) => z.string().overwrite(searchText).check(characters(max));
/** A list narrowed to one programme. */
export const OfProgramme = z.string().max(80).optional().describe("政策编号");
/** A list in which each learner stands once: of two entries about one nobody could say which holds. */
export const oncePerLearner = <S extends z.ZodType<{ enrolmentId: string }[]>>(list: S): S =>
  list.superRefine((entries, context) => {
    const seen = new Set<string>();
    for (const [index, { enrolmentId }] of entries.entries()) {
      const path = [index, "enrolmentId"];
      if (seen.has(enrolmentId))
        context.addIssue({ code: "custom", path, message: "这名学员前面已经有一行，请只留一行" });
      seen.add(enrolmentId);
    }
  });
export const fileOutput = z.instanceof(FileReply).meta({ description: "文件" });
export const Done = z.object({ id: Id });

export const PageQuery = z.object({
  cursor: z.string().max(1_000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of rows with the cursor of the next one. */
export const pageOf = <T extends z.ZodType>(row: T) =>
  z.object({ rows: z.array(row), nextCursor: z.string().nullable(), total: z.number().int().optional() });

/** A cursor holds the sort values of the last row; opaque to clients, validated when it returns. */
export const encodeCursor = (values: (string | number)[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

export function decodeCursor(cursor: string | undefined, length: number): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((v) => typeof v === "string" || typeof v === "number")
    ) {
      return values;
    }
  } catch {
    // Falls through to the refusal below.
  }
  throw staleCursor();
}

/** A cursor of another list, or of another order of it. */
export const staleCursor = () => unacceptable("invalid-cursor", "翻页位置已失效，请从第一页重新开始。");

/** Cuts rows of a query with limit + 1 into a page. */
export function toPage<T>(
  rows: T[],
  limit: number,
  cursorOf: (row: T) => (string | number)[],
): { rows: T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null };
}
