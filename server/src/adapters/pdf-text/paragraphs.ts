import { writtenLine } from "@jinengtong/standards";

/** A run of text where it stands on the page, in points from the lower left corner. */
export interface Word {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Line {
  text: string;
  x: number;
  right: number;
  y: number;
  height: number;
}

/** Share of the widest line from which a line is full, so that its sentence goes on in the next. */
const FULL = 0.88;
/** Distance of two lines, in heights, from which a new paragraph begins. */
const GAP = 2.1;

/** The paragraphs of a page, in reading order: lines that filled the width are joined with the next. */
export function paragraphsOf(words: readonly Word[]): string[] {
  const lines = linesOf(words);
  const left = Math.min(...lines.map((line) => line.x));
  const width = Math.max(...lines.map((line) => line.right)) - left;
  const paragraphs: string[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const goesOn =
      before !== null &&
      before.right - left >= width * FULL &&
      Math.abs(before.height - line.height) < 1 &&
      before.y - line.y < GAP * Math.max(before.height, line.height) &&
      before.y > line.y &&
      !/^(?:[•·●○◆■▪–-]|[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]|第.{1,4}[章节条])/u.test(line.text);
    if (goesOn) paragraphs.push(joined(paragraphs.pop() ?? "", line.text));
    else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs.map(writtenLine).filter((text) => text !== "");
}

/** Without what stands first or last on every page, such as a title with the page's number. */
export function withoutRunningLines(pages: readonly string[][]): string[][] {
  const isOnAll = (place: 0 | -1): boolean =>
    pages.length > 1 && new Set(pages.map((page) => skeleton(page.at(place)))).size === 1;
  const isHead = isOnAll(0);
  const isFoot = isOnAll(-1);
  return pages.map((page) => page.slice(isHead ? 1 : 0, isFoot ? -1 : undefined));
}

/** Runs of the same height on the page form a line, from left to right. */
function linesOf(words: readonly Word[]): Line[] {
  const lines: Line[] = [];
  for (const { text, x, y, width, height } of words) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - y) < Math.max(2, height / 2) && x >= last.right - height) {
      const isApart = x - last.right > height / 4;
      last.text = isApart && !hasHan(last.text, text) ? `${last.text} ${text}` : last.text + text;
      last.right = Math.max(last.right, x + width);
    } else if (last !== undefined && Math.abs(last.y - y) < Math.max(2, height / 2) && x + width <= last.x + 1) {
      // The mark of a list is often drawn after its text.
      last.text = `${text} ${last.text}`;
      last.x = x;
    } else lines.push({ text, x, right: x + width, y, height });
  }
  return lines;
}

const joined = (before: string, after: string): string =>
  hasHan(before, after) ? before + after : `${before} ${after}`;

/** Chinese is set without blanks: none where one side of the join is Chinese. */
const hasHan = (before: string, after: string): boolean =>
  /[\p{sc=Han}，。、；：！？”）》]$/u.test(before) || /^[\p{sc=Han}“（《]/u.test(after);

const skeleton = (text: string | undefined): string => (text ?? "").replace(/\d+/gu, "#");
