/** A thread of its own for the proof of one benefit: it takes seconds, and the process has people to answer. */
import { policyOfFiles, type PackageFiles, proveOne } from "@jinengtong/policy";
import { parentPort, workerData } from "node:worker_threads";

const { files, benefit } = workerData as { files: PackageFiles; benefit: string };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(proveOne(policyOfFiles(files, ""), benefit));
