/** Tools of the benchmarks: percentiles, processor time and memory of processes, and the summary line of each. */
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import type pg from "pg";

const TICKS_PER_SECOND = 100;

export const round = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** Percentile of the times. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Wall-clock seconds of the work. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Processor seconds of a process; 0 if the system doesn't tell. */
export function processorSeconds(pid: number): number {
  const fields = statusFile(pid, "stat").split(") ")[1]?.split(" ");
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND : 0;
}

/** Resident memory of a process in megabytes; 0 if the system doesn't tell. */
export const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/u.exec(statusFile(pid, "status"))?.[1] ?? 0) / 1024;

function statusFile(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return "";
  }
}

/** Processor time of the platform's connections to the database. */
export async function databaseSeconds(pool: pg.Pool, application = "jinengtong"): Promise<number> {
  const { rows } = await pool.query<{ pid: number }>("select pid from pg_stat_activity where application_name = $1", [
    application,
  ]);
  return rows.reduce((sum, { pid }) => sum + processorSeconds(pid), 0);
}

/** Samples a process's memory until stopped; returns the peak. */
export function watchMemory(pid: number): { stop(): number } {
  let most = residentMegabytes(pid);
  const timer = setInterval(() => {
    most = Math.max(most, residentMegabytes(pid));
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

/** Runs work over 0 … count − 1 with limited concurrency; returns the time of each in milliseconds. */
export async function atATime(width: number, count: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let n = next++; n < count; n = next++) {
      const start = performance.now();
      await work(n);
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, lane));
  return times;
}

/** Prints the figures for people, then the one line for programs. */
export function report(result: {
  bench: string;
  figures: Record<string, unknown>;
  against: Record<string, unknown>;
  ratio: number | Record<string, number>;
}): void {
  const load = loadavg().map((value) => round(value, 1));
  for (const part of [result.figures, result.against])
    for (const [name, value] of Object.entries(part))
      process.stdout.write(`${name.padEnd(44)}${typeof value === "object" ? JSON.stringify(value) : String(value)}\n`);
  process.stdout.write(`${"load average of the machine".padEnd(44)}${load.join(" ")}\n`);
  process.stdout.write(`${JSON.stringify({ ...result, figures: { ...result.figures, loadAverage: load[0] } })}\n`);
}
