/** The second thread of the adjudicate command: a block of lines in, its answers out. Its first message is the digest of the policy that it decides by. */
import { parentPort, workerData } from "node:worker_threads";
import { loadPolicy } from "../versions.ts";
import { BlockDecider } from "./adjudicate-lines.ts";
import type { LineBlock } from "./line-blocks.ts";
import type { BlockAnswer } from "./second-thread.ts";

const policy = loadPolicy(String(workerData));
const decider = new BlockDecider(policy);
parentPort?.on("message", (block: LineBlock) => {
  answer(decider.decide(block));
});
answer(policy.digest);

function answer(message: BlockAnswer | string): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(message);
}
