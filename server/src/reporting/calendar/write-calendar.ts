/** An entry of a calendar: at an instant, or a whole civil day. */
export interface Entry {
  uid: string;
  title: string;
  place: string;
  note: string;
  from: Date | string;
  to: Date | string;
}

const CRLF = "\r\n";

/** An instant as China's wall clock, which has no summer time. */
const wall = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().replaceAll(/[-:]|\.\d{3}Z$/gu, "");
const stamp = (at: Date): string => at.toISOString().replaceAll(/[-:]|\.\d{3}/gu, "");
const day = (date: string): string => date.replaceAll("-", "");
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll(/\r?\n/gu, String.raw`\n`);

/** Lines longer than 75 octets are folded, never within a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 74) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join(CRLF);
}

const moment = (name: string, at: Date | string): string =>
  typeof at === "string" ? `${name};VALUE=DATE:${day(at)}` : `${name};TZID=Asia/Shanghai:${wall(at)}`;

/** An iCalendar file (RFC 5545) in China's time zone. */
export function writeCalendar(name: string, now: Date, entries: readonly Entry[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//jinengtong//calendar//ZH",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escaped(name)}`,
    "X-WR-TIMEZONE:Asia/Shanghai",
    "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Shanghai",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "TZNAME:CST",
    "END:STANDARD",
    "END:VTIMEZONE",
    ...entries.flatMap((entry) => [
      "BEGIN:VEVENT",
      `UID:${entry.uid}@jinengtong`,
      `DTSTAMP:${stamp(now)}`,
      moment("DTSTART", entry.from),
      moment("DTEND", entry.to),
      `SUMMARY:${escaped(entry.title)}`,
      ...(entry.place === "" ? [] : [`LOCATION:${escaped(entry.place)}`]),
      ...(entry.note === "" ? [] : [`DESCRIPTION:${escaped(entry.note)}`]),
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return lines.map(folded).join(CRLF) + CRLF;
}
