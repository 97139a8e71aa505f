/** A thread of its own for what takes seconds on a whole package: the process has people to answer. */
import { enterCounty, type County } from "@jinengtong/county";
import { checkFiles, type LocalValues, policyOfFiles, type PackageFiles, proveOne } from "@jinengtong/policy";
import { parentPort, workerData } from "node:worker_threads";
import type { PolicySheetContent } from "../../adapters/pdf/index.ts";

/** The work of one thread. */
export type PackageWork =
  | { kind: "prove"; files: PackageFiles; benefit: string; local: LocalValues }
  | { kind: "check"; files: PackageFiles }
  | { kind: "print"; sheet: PolicySheetContent; county: County };

async function done(work: PackageWork): Promise<unknown> {
  switch (work.kind) {
    case "prove":
      return proveOne(policyOfFiles(work.files, ""), work.benefit, work.local);
    case "check":
      return checkFiles(work.files);
    case "print": {
      const { policySheetPdf } = await import("../../adapters/pdf/index.ts");
      enterCounty(work.county);
      return policySheetPdf(work.sheet);
    }
  }
}

const result = await done(workerData as PackageWork);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(result);
