/**
 * `npm run --silent adjudicate -- --policy rugao-2019 < cases.ndjson > decisions.ndjson`
 *
 * One decision per line, in order. A line that is no case is answered with its number, the place and the reason, and
 * the run goes on. Exit status: 0, 1 if any line was invalid, 2 if the command itself is wrong.
 */
import { once } from "node:events";
import { parseArgs } from "node:util";
import type { Policy } from "../compile.ts";
import { loadPolicy } from "../load.ts";
import { decideLines, tooLong } from "./adjudicate-lines.ts";
import { lineBlocks } from "./line-blocks.ts";

const USAGE = "用法：npm run --silent adjudicate -- --policy 政策包 < cases.ndjson > decisions.ndjson";

function policyFromArguments(): Policy {
  const { values } = parseArgs({ options: { policy: { type: "string" } } });
  if (values.policy === undefined) throw new Error("缺少 --policy");
  return loadPolicy(values.policy);
}

async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain");
}

async function run(policy: Policy): Promise<number> {
  let invalid = 0;
  for await (const { firstLine, bytes } of lineBlocks(process.stdin)) {
    if (bytes === null) {
      invalid += 1;
      await write(tooLong(firstLine));
      continue;
    }
    const decided = decideLines(policy, bytes, firstLine);
    invalid += decided.invalid;
    await write(decided.text);
  }
  return invalid === 0 ? 0 : 1;
}

// A reader that has seen enough closes the pipe; that is no fault of the run.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 2);
});

try {
  process.exitCode = await run(policyFromArguments());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
  process.exitCode = 2;
}
