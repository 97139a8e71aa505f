/**
 * Cuts a byte stream into blocks of whole lines, so that a file of any length passes in bounded memory. A line
 * longer than the limit is dropped as it comes and only reported.
 */

/** Many times the longest case that anybody has use for. */
export const MAX_LINE_BYTES = 2 * 1024 * 1024;

const NEWLINE = 10;

export interface LineBlock {
  /** Number of the first line, from 1. */
  firstLine: number;
  /** Whole lines, separated by newlines; null for one line that was too long to keep. */
  bytes: Uint8Array | null;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count + 1;
}

/** Blocks in order, as soon as a line is whole. The newline that ends a file begins no further line. */
export async function* lineBlocks(
  input: AsyncIterable<Uint8Array>,
  maxLineBytes: number = MAX_LINE_BYTES,
): AsyncGenerator<LineBlock> {
  // Pieces of a line whose end has not come yet.
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  let line = 1;
  let skipping = false;
  for await (const chunk of input) {
    let rest = chunk;
    if (skipping) {
      const end = rest.indexOf(NEWLINE);
      if (end === -1) continue;
      skipping = false;
      rest = rest.subarray(end + 1);
    }
    const last = rest.lastIndexOf(NEWLINE);
    if (last !== -1) {
      pending.push(rest.subarray(0, last));
      const bytes = Buffer.concat(pending);
      yield { firstLine: line, bytes };
      line += countLines(bytes);
      rest = rest.subarray(last + 1);
      pending = [];
      pendingBytes = 0;
    }
    if (rest.length === 0) continue;
    pending.push(rest);
    pendingBytes += rest.length;
    if (pendingBytes > maxLineBytes) {
      yield { firstLine: line, bytes: null };
      line += 1;
      skipping = true;
      pending = [];
      pendingBytes = 0;
    }
  }
  if (pendingBytes > 0) yield { firstLine: line, bytes: Buffer.concat(pending) };
}
