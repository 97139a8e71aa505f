import {
  accept,
  foldCode,
  maskPersonName,
  type Parsed,
  parsePersonName,
  readDecimal,
  refuse,
  samePersonName,
} from "@jinengtong/standards";
import { codeCell, textCell } from "../../kernel/sheet-cells.ts";
import { HEADINGS } from "../../kernel/sheet-headings.ts";
import { ABSENT, type ExamSeat, type Mark } from "./exam-results.ts";

const ABSENT_WORDS = new Set([ABSENT, "缺", "缺席", "未考", "旷考", "未参加", "未参考", "弃考"]);

/** A score of 0 to 100 with at most two decimals in either width, with 分 or without, or that the learner did not come. */
function scoreCell(text: string): Parsed<number | "absent"> {
  if (ABSENT_WORDS.has(foldCode(text))) return accept("absent" as const);
  const score = readDecimal(text, ["分"]);
  return score !== undefined && score <= 100 && Number.isInteger(Math.round(score * 1e6) / 1e4)
    ? accept(score)
    : refuse("score-range", "成绩应为 0 至 100 的分数，最多两位小数；没有参加的填“缺考”。");
}

/** Columns of a sheet of results: one score, or theory and skill. */
export const RESULT_COLUMNS = {
  seat: {
    header: "座号",
    aliases: HEADINGS.seat,
    parse: (text: string): Parsed<number> => {
      const seat = readDecimal(text, ["号"]);
      return seat !== undefined && Number.isInteger(seat) && seat >= 1 && seat <= 999
        ? accept(seat)
        : refuse("seat-shape", "座号应为 1 至 3 位数字。");
    },
  },
  ticket: { header: "准考证号", aliases: HEADINGS.ticket, parse: codeCell(() => true, "") },
  name: {
    header: "姓名",
    aliases: HEADINGS.name,
    required: true,
    parse: (text: string) => parsePersonName(text),
    mask: maskPersonName,
  },
  score: { header: "成绩", aliases: HEADINGS.score, parse: scoreCell },
  theory: { header: "理论成绩", aliases: HEADINGS.theory, parse: scoreCell },
  skill: { header: "实操成绩", aliases: HEADINGS.skill, parse: scoreCell },
  reason: { header: "更正理由", aliases: HEADINGS.correction, parse: textCell(200) },
} as const;

export interface ResultRow {
  seat?: number | undefined;
  ticket?: string | undefined;
  name: string;
  score?: number | "absent" | undefined;
  theory?: number | "absent" | undefined;
  skill?: number | "absent" | undefined;
  reason?: string | undefined;
}

export type Fault = { column: string; value: string; code: string; sentence: string };

/** The learner of a row: by seat, else by an admission number that is one, else by a name that only one learner has. */
export function seatOf(row: ResultRow, seats: readonly ExamSeat[]): ExamSeat | Fault {
  const value = maskPersonName(row.name);
  if (row.seat !== undefined) {
    const seat = seats.find((each) => each.seat === row.seat);
    if (!seat)
      return { column: "座号", value: String(row.seat), code: "seat-unknown", sentence: "班级里没有这个座号。" };
    return samePersonName(seat.name, row.name)
      ? seat
      : { column: "姓名", value, code: "name-mismatch", sentence: "姓名与该座号的学员不一致。" };
  }
  const named = seats.filter((each) => samePersonName(each.name, row.name));
  const byTicket = named.find((each) => String(each.seat) === row.ticket?.replace(/^0+/, ""));
  if (byTicket) return byTicket;
  const [only] = named;
  if (!only) return { column: "姓名", value, code: "name-unknown", sentence: "班级里没有这个姓名的学员。" };
  return named.length === 1
    ? only
    : { column: "姓名", value, code: "name-ambiguous", sentence: "班级里有同名学员，请加上“座号”列。" };
}

/** The mark in a row: a score, the lower of two parts where no total is given, or absence. */
export function markOf(row: ResultRow): Mark | Fault {
  const { score, theory, skill, reason } = row;
  if ([score, theory, skill].includes("absent")) return { score: null, reason };
  if (theory === undefined && skill === undefined)
    return typeof score === "number"
      ? { score, reason }
      : { column: "成绩", value: "", code: "required", sentence: "请填写成绩；没有参加的填“缺考”。" };
  if (typeof theory !== "number" || typeof skill !== "number")
    return {
      column: theory === undefined ? "理论成绩" : "实操成绩",
      value: "",
      code: "required",
      sentence: "理论和实操两项成绩都要填；没有参加的填“缺考”。",
    };
  return { score: typeof score === "number" ? score : Math.min(theory, skill), theory, skill, reason };
}
