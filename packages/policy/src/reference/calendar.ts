/** Dates of the reference, over the platform's own calendar. */

const DAY = 86_400_000;

function midnight(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function textOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The corresponding day some months later, or the last day of that month where there is none. */
export function monthsLater(date: string, months: number): string {
  const start = midnight(date);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return textOf(new Date(Date.UTC(year, month, Math.min(start.getUTCDate(), lastDay))));
}

/** Every day from the first to the last, both included. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = midnight(from).getTime(); day <= midnight(to).getTime(); day += DAY) days.push(textOf(new Date(day)));
  return days;
}
