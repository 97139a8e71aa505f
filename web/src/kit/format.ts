const yuanWithFen = new Intl.NumberFormat("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const yuanWhole = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 0 });
const plain = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });

/** Formats fen as yuan without the unit. Fen are shown if not zero, or if requested. */
export function formatYuan(fen: number, options: { fen?: "auto" | "always" } = {}): string {
  const wantsFen = options.fen === "always" || fen % 100 !== 0;
  return (wantsFen ? yuanWithFen : yuanWhole).format(fen / 100);
}

/** A number with Chinese grouping, at most two decimals. */
export function formatNumber(value: number): string {
  return plain.format(value);
}

/** Short form for axes and tiles: 万 from ten thousand, 亿 from a hundred million. */
export function formatShort(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${plain.format(Math.round(value / 1e6) / 100)}亿`;
  if (size >= 1e4) return `${plain.format(Math.round(value / 100) / 100)}万`;
  return plain.format(value);
}

const shanghai = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** An instant as `2020-03-01 14:30`, in Beijing time. */
export function formatInstant(instant: string | Date): string {
  return shanghai.format(new Date(instant));
}

/** The civil date of an instant, in Beijing time. */
export function dateOf(instant: string | Date): string {
  return formatInstant(instant).slice(0, 10);
}

/** The time of day of an instant, in Beijing time: `14:30`. */
export function timeOf(instant: string | Date): string {
  return formatInstant(instant).slice(11);
}

/** A period as `2020-03-01 至 03-20`; the second year is shown only where it differs. */
export function formatPeriod(from: string, to: string | null): string {
  if (to === null) return `${from} 起`;
  if (from === to) return from;
  return `${from} 至 ${from.slice(0, 4) === to.slice(0, 4) ? to.slice(5) : to}`;
}

const two = (value: number) => String(value).padStart(2, "0");

/** Seconds as `2:05` or `1:02:05`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const rest = `${two(Math.floor((whole % 3600) / 60))}:${two(whole % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0/u, "");
}

/** A file's size in words: `240 KB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${formatNumber(Math.round(bytes / 1024 / 102.4) / 10)} MB`;
}
