import { county } from "@jinengtong/county";
import type { LocalValues, PackageFiles, PlacedProblem, ProvedBenefit } from "@jinengtong/policy";
import { Worker } from "node:worker_threads";
import type { PolicySheetContent } from "../../adapters/pdf/index.ts";
import type { PackageWork } from "./package-worker.ts";

/** Longest proof of one benefit; the longest published one takes half a minute. */
const MOST_PROOF_MS = 10 * 60_000;

/** Longest that a person waits for a check or a sheet. */
const MOST_WAIT_MS = 60_000;

/** Proves one benefit with the county's values, in a thread of its own. Throws if it takes too long or too much memory. */
export const proveApart = (files: PackageFiles, benefit: string, local: LocalValues): Promise<ProvedBenefit> =>
  apart({ kind: "prove", files, benefit, local }, MOST_PROOF_MS) as Promise<ProvedBenefit>;

/** Checks a package in a thread of its own. */
export const checkApart = (files: PackageFiles): Promise<PlacedProblem[]> =>
  apart({ kind: "check", files }, MOST_WAIT_MS) as Promise<PlacedProblem[]>;

/** Prints a sheet in a thread of its own. */
export async function printApart(sheet: PolicySheetContent): Promise<Buffer> {
  return Buffer.from((await apart({ kind: "print", sheet, county: county() }, MOST_WAIT_MS)) as Uint8Array);
}

async function apart(workerData: PackageWork, mostMs: number): Promise<unknown> {
  const worker = new Worker(new URL("./package-worker.ts", import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    execArgv: [],
  });
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error("the thread ended without a result")));
  const late = setTimeout(() => reject(new Error("the thread takes too long")), mostMs);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    await worker.terminate();
  }
}
