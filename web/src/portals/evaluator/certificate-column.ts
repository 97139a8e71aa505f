/** A seat whose certificate number is wanted. */
export interface Wanted {
  enrolmentId: string;
  seat: number | null;
  name: string;
}

/** Numbers by enrolment, and a sentence for each line that fits nobody. */
export interface Column {
  numbers: Record<string, string>;
  faults: string[];
}

/**
 * Reads a column of certificate numbers as copied from a sheet: one number a line, in the order of the list, or with the seat or the name
 * before it, which then decides. An empty line leaves its seat out. Nobody is given two numbers, nor a number to two.
 */
export function readColumn(text: string, wanted: readonly Wanted[]): Column {
  const numbers: Record<string, string> = {};
  const faults: string[] = [];
  const used = new Map<string, number>();
  const lines = text.replace(/(?:\r?\n)+$/u, "").split(/\r?\n/u);
  for (const [at, line] of lines.entries()) {
    const cells = line.split(/\t|,|，|\s{2,}/u).map((cell) => cell.trim());
    const filled = cells.filter((cell) => cell !== "");
    const number = filled.at(-1);
    if (number === undefined) continue;
    const said = (fault: string) => faults.push(`第 ${at + 1} 行“${line.trim()}”：${fault}`);
    const seat = filled.length > 1 ? seatOf(filled.slice(0, -1), wanted) : wanted[at];
    if (seat === undefined) said(filled.length > 1 ? "没有这个座号或姓名，或有同名的" : "比名单多出来");
    else if (used.has(number)) said(`与第 ${used.get(number)} 行是同一个编号`);
    else if (numbers[seat.enrolmentId] !== undefined) said(`${seat.name}已有编号`);
    else {
      numbers[seat.enrolmentId] = number;
      used.set(number, at + 1);
    }
  }
  return { numbers, faults };
}

/** The one seat that a seat number or a name means; undefined where there is none, or several. */
function seatOf(cells: readonly string[], wanted: readonly Wanted[]): Wanted | undefined {
  const found = wanted.filter(
    ({ seat, name }) => cells.includes(String(seat)) || cells.some((cell) => cell.replaceAll(/\s/gu, "") === name),
  );
  const exact = found.filter(({ seat, name }) => cells.includes(String(seat)) && cells.includes(name));
  const [one, other] = exact.length > 0 ? exact : found;
  return other === undefined ? one : undefined;
}
