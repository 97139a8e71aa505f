/**
 * The main thread's side of a second thread that decides blocks of lines too. It loads the engine for itself and shares nothing. That takes
 * some 40 MB where compiled code is kept, and three times as much where each thread has to translate TypeScript.
 */
import { flushCompileCache, getCompileCacheDir } from "node:module";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Policy } from "../compile.ts";
import type { LineBlock } from "./line-blocks.ts";

/** Lines of answers to a block, and the number of its lines that weren't a case. */
export interface BlockAnswer {
  invalid: number;
  bytes: Uint8Array;
}

/** Blocks given to the thread at a time: enough that it never waits for the main one. */
const MOST_WAITING = 4;

export class SecondThread {
  private readonly worker: Worker;
  private ready = false;
  private readonly waiting: PromiseWithResolvers<BlockAnswer>[] = [];

  private constructor(policy: Policy, reference: string, compiledCode: string) {
    this.worker = new Worker(new URL("adjudicate-thread.ts", import.meta.url), {
      workerData: reference,
      env: { ...process.env, NODE_COMPILE_CACHE: compiledCode },
    });
    this.worker.once("message", (digest: unknown) => {
      // A draft may have been edited since; then the main thread goes on alone.
      this.ready = digest === policy.digest;
      this.worker.on("message", (answer: BlockAnswer) => this.waiting.shift()?.resolve(answer));
    });
    this.worker.on("error", (error) => {
      this.ready = false;
      for (const { reject } of this.waiting) reject(error);
    });
  }

  /** Starts the thread on the policy that the reference names; null where there is no second processor, or no compiled code is kept. */
  static start(policy: Policy, reference: string): SecondThread | null {
    const compiledCode = getCompileCacheDir();
    if (compiledCode === undefined || availableParallelism() < 2) return null;
    // The thread finds what the main one has just compiled.
    flushCompileCache();
    return new SecondThread(policy, reference, compiledCode);
  }

  /** Whether it would soon begin with another block. */
  get free(): boolean {
    return this.ready && this.waiting.length < MOST_WAITING;
  }

  /** The answer to a block. */
  async decide(block: LineBlock): Promise<BlockAnswer> {
    const answer = Promise.withResolvers<BlockAnswer>();
    this.waiting.push(answer);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    this.worker.postMessage(block);
    return answer.promise;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
