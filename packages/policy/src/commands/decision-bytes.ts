/**
 * Lines of JSON as bytes. Each decision is encoded by itself: a text joined of many would be copied once more, at twice its length, before
 * it is encoded, which took as long as the decisions.
 */
import type { Decision } from "../types.ts";

/** The buffer grows by whole steps; a line that is longer than one is rare. */
const STEP = 256 * 1024;

const NEWLINE = 10;

export class DecisionBytes {
  private buffer = Buffer.allocUnsafe(STEP);
  private at = 0;

  /** Adds a decision as one line. */
  add(decision: Decision): void {
    this.text(JSON.stringify(decision));
    this.need(1);
    this.buffer[this.at] = NEWLINE;
    this.at += 1;
  }

  /** Adds text as it is. */
  text(text: string): void {
    // A UTF-16 unit is at most three bytes of UTF-8.
    this.need(text.length * 3);
    this.at += this.buffer.write(text, this.at);
  }

  /** Everything added since the last call. */
  take(): Uint8Array {
    const taken = Uint8Array.from(this.buffer.subarray(0, this.at));
    this.at = 0;
    return taken;
  }

  private need(more: number): void {
    if (this.at + more <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.ceil((this.at + more) / STEP) * STEP * 2);
    larger.set(this.buffer.subarray(0, this.at));
    this.buffer = larger;
  }
}
