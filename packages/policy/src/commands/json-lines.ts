/** A stream of JSON values, one a line, in bounded memory. A line that is not JSON comes as undefined. */
import { lineBlocks } from "./line-blocks.ts";

export interface JsonLine {
  line: number;
  value: unknown;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export async function* jsonLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<JsonLine> {
  for await (const { firstLine, bytes } of lineBlocks(input)) {
    if (bytes === null) {
      yield { line: firstLine, value: undefined };
      continue;
    }
    for (const [at, text] of Buffer.from(bytes).toString("utf8").split("\n").entries()) {
      yield { line: firstLine + at, value: parse(text) };
    }
  }
}
