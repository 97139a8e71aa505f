/** Moment of a caption in milliseconds: `01:02:03.456`, `02:03.456`, SubRip's comma, or without thousandths; null for anything else. */
export function parseTime(text: string): number | null {
  const match = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/u.exec(text);
  if (match === null) return null;
  const [, hours = "0", minutes = "", seconds = "", thousandths = ""] = match;
  if (Number(minutes) > 59 || Number(seconds) > 59) return null;
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000 + Number(thousandths.padEnd(3, "0"));
}

/** `mm:ss.ttt`, with hours where there are any. */
export function formatTime(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  const rest = `${pad((ms / 60_000) % 60)}:${pad((ms / 1_000) % 60)}.${pad(ms % 1_000, 3)}`;
  return hours > 0 ? `${pad(hours)}:${rest}` : rest;
}

const pad = (value: number, length = 2): string => String(Math.floor(value)).padStart(length, "0");
