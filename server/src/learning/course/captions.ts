import { formatTime, parseTime } from "./caption-time.ts";

/** One line of speech: milliseconds of the video in which it stands. */
export interface Cue {
  fromMs: number;
  toMs: number;
  text: string;
}

/** A fault with the line in which it stands, as an editor counts them. */
export interface CaptionFault {
  line: number;
  detail: string;
}

export type Captions = { ok: true; cues: Cue[] } | { ok: false; fault: CaptionFault };

export const MAX_CUES = 3_000;
const MAX_CUE_TEXT = 200;
/** A player's length and a caption's end are rounded differently. */
const END_TOLERANCE_MS = 1_000;

/** Marks that caption programs put around words; the words are kept, the marks aren't shown. */
const MARKS = /<\/?(?:[biu]|c|v|lang|ruby|rt)(?:[.\s][^<>]*)?>|<\d[\d:.]*>/giu;
const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": " " };

/**
 * Reads captions as WebVTT or SubRip and checks them against the video's length: each line of speech has words, ends after it begins,
 * and begins when the one before is over. Words alone are kept: no styles, places or marks.
 */
export function readCaptions(text: string, durationMs: number): Captions {
  const lines = text
    .replace(/^\uFEFF/u, "")
    .split(/\r\n|\r|\n/u)
    .map((line) => line.trimEnd());
  const cues: Cue[] = [];
  for (let at = 0; at < lines.length;) {
    if (lines[at] === "") {
      at += 1;
      continue;
    }
    const end = endOfBlock(lines, at);
    const cue = readBlock(lines.slice(at, end), at + 1);
    if (cue !== null && "detail" in cue) return { ok: false, fault: cue };
    if (cue !== null) {
      const fault = faultOf(cue, cues.at(-1), durationMs);
      if (fault !== null) return { ok: false, fault: { line: cue.line, detail: fault } };
      cues.push({ fromMs: cue.fromMs, toMs: Math.min(cue.toMs, durationMs), text: cue.text });
      if (cues.length > MAX_CUES)
        return { ok: false, fault: { line: cue.line, detail: `一份字幕最多 ${MAX_CUES} 句，请把视频拆成几段` } };
    }
    at = end;
  }
  return { ok: true, cues };
}

/** The captions as a WebVTT file, in which nothing but words and times can stand. */
export const writeCaptions = (cues: readonly Cue[]): string =>
  `WEBVTT\n\n${cues
    .map(({ fromMs, toMs, text }) => `${formatTime(fromMs)} --> ${formatTime(toMs)}\n${escapeText(text)}\n`)
    .join("\n")}`;

const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function endOfBlock(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && lines[end] !== "") end += 1;
  return end;
}

interface PlacedCue extends Cue {
  line: number;
}

/** One block between empty lines: a line of speech, a fault, or null for what only a program reads. */
function readBlock(block: readonly string[], line: number): PlacedCue | CaptionFault | null {
  const [first = ""] = block;
  if (line === 1 && /^WEBVTT(?:\s|$)/u.test(first)) return null;
  if (/^NOTE(?:\s|$)/u.test(first)) return null;
  if (/^(?:STYLE|REGION)(?:\s|$)/u.test(first))
    return { line, detail: "字幕里只写时间和文字，请去掉样式（STYLE、REGION）这一段" };
  const timing = block.findIndex((each) => each.includes("-->"));
  if (timing < 0) return { line, detail: "这一段没有时间。每句先写“00:01.000 --> 00:04.000”，下一行写文字" };
  if (timing > 1) return { line: line + timing, detail: "时间上面最多一行编号；两句之间要空一行" };
  const [from = "", after = ""] = (block[timing] ?? "").split("-->");
  const fromMs = parseTime(from.trim());
  const toMs = parseTime(after.trim().split(/\s/u)[0] ?? "");
  if (fromMs === null || toMs === null)
    return { line: line + timing, detail: "时间写成“分:秒.毫秒”，如 01:05.000 --> 01:09.500" };
  const rest = block.slice(timing + 1);
  const second = rest.findIndex((each) => each.includes("-->"));
  if (second >= 0) return { line: line + timing + 1 + second, detail: "两句之间要空一行" };
  const text = rest
    .map((each) => each.replace(MARKS, "").trim())
    .filter((each) => each !== "")
    .join("\n");
  if (/<[^\s\d]/u.test(text)) return { line: line + timing + 1, detail: "字幕文字里不能有尖括号标记，请改成普通文字" };
  return {
    line: line + timing,
    fromMs,
    toMs,
    text: text.replace(/&(?:amp|lt|gt|nbsp);/gu, (each) => ENTITIES[each] ?? each),
  };
}

function faultOf(cue: Cue, before: Cue | undefined, durationMs: number): string | null {
  if (cue.text === "") return "这一句只有时间，没有文字";
  if ([...cue.text].length > MAX_CUE_TEXT) return `一句最多 ${MAX_CUE_TEXT} 个字，请拆成几句`;
  if (cue.toMs <= cue.fromMs) return "结束时间要晚于开始时间";
  if (cue.fromMs >= durationMs || cue.toMs > durationMs + END_TOLERANCE_MS)
    return `超过了视频的长度 ${formatTime(durationMs)}`;
  if (before !== undefined && cue.fromMs < before.fromMs) return "要按时间先后排列，这一句比上一句早";
  if (before !== undefined && cue.fromMs < before.toMs) return `和上一句重叠：上一句到 ${formatTime(before.toMs)} 才完`;
  return null;
}
