/**
 * `npm run --silent adjudicate -- --policy rugao-2019 < cases.ndjson > decisions.ndjson`
 *
 * `--policy ID` is the newest published version, `ID@1.0.0` that one, `ID@draft` the package under edit.
 * One decision per line, in order. A line that is no case is answered with its number, the place and the reason, and
 * the run goes on. Exit status: 0, 1 if any line was invalid, 2 if the command itself is wrong.
 */
import { once } from "node:events";
import type { Policy } from "../compile.ts";
import { decideLines, tooLong } from "./adjudicate-lines.ts";
import { commandArguments, endWithReader, explainFailure, UsageError } from "./command-line.ts";
import { DecisionBytes } from "./decision-bytes.ts";
import { lineBlocks } from "./line-blocks.ts";
import { loadPolicy } from "../versions.ts";

const USAGE = "用法：npm run --silent adjudicate -- --policy 编号[@版本] < cases.ndjson > decisions.ndjson";

function policyFromArguments(): Policy {
  const { values } = commandArguments(["policy"], false);
  if (values.policy === undefined || values.policy === "") throw new UsageError("缺少 --policy 编号[@版本]");
  return loadPolicy(values.policy);
}

async function write(bytes: Uint8Array): Promise<void> {
  if (!process.stdout.write(bytes)) await once(process.stdout, "drain");
}

async function run(policy: Policy): Promise<number> {
  const out = new DecisionBytes();
  let invalid = 0;
  for await (const { firstLine, bytes } of lineBlocks(process.stdin)) {
    if (bytes === null) {
      invalid += 1;
      out.text(tooLong(firstLine));
    } else invalid += decideLines(policy, bytes, firstLine, out);
    await write(out.take());
  }
  return invalid === 0 ? 0 : 1;
}

endWithReader();
try {
  process.exitCode = await run(policyFromArguments());
} catch (error) {
  process.exitCode = explainFailure(error, USAGE);
}
