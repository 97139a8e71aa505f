/**
 * `npm run --silent adjudicate -- --policy rugao-2019 < cases.ndjson > decisions.ndjson`
 *
 * `--policy ID` is the newest published version, `ID@1.0.0` that one, `ID@draft` the package under edit.
 * One decision per line, in order. A line that is no case is answered with its number, the place and the reason, and
 * the run goes on. Exit status: 0, 1 if any line was invalid, 2 if the command itself is wrong.
 */
import { once } from "node:events";
import { BlockDecider } from "./adjudicate-lines.ts";
import { commandArguments, endWithReader, explainFailure, UsageError } from "./command-line.ts";
import { lineBlocks } from "./line-blocks.ts";
import type { BlockAnswer } from "./second-thread.ts";
import { SecondThread } from "./second-thread.ts";
import { loadPolicy } from "../versions.ts";

const USAGE = "用法：npm run --silent adjudicate -- --policy 编号[@版本] < cases.ndjson > decisions.ndjson";

/** A second thread is worth its start after so many blocks of about 64 KB. */
const BLOCKS_ALONE = 40;

/** Blocks read whose answers aren't written. */
const MOST_AHEAD = 12;

function referenceFromArguments(): string {
  const { values } = commandArguments(["policy"], false);
  if (values.policy === undefined || values.policy === "") throw new UsageError("缺少 --policy 编号[@版本]");
  return values.policy;
}

async function write(bytes: Uint8Array): Promise<void> {
  if (!process.stdout.write(bytes)) await once(process.stdout, "drain");
}

/** Decides every block, here or in the second thread, and writes the answers in order, each as soon as it can be. */
async function run(reference: string): Promise<number> {
  const policy = loadPolicy(reference);
  const decider = new BlockDecider(policy);
  const ahead: Promise<void>[] = [];
  let written = Promise.resolve();
  let second: SecondThread | null = null;
  let blocks = 0;
  let invalid = 0;
  const writeNext = async (before: Promise<void>, answer: BlockAnswer | Promise<BlockAnswer>): Promise<void> => {
    await before;
    const { invalid: more, bytes } = await answer;
    invalid += more;
    await write(bytes);
  };
  for await (const block of lineBlocks(process.stdin)) {
    blocks += 1;
    if (blocks === BLOCKS_ALONE) second = SecondThread.start(policy, reference);
    written = writeNext(written, second?.free === true ? second.decide(block) : decider.decide(block));
    ahead.push(written);
    if (ahead.length > MOST_AHEAD) await ahead.shift();
  }
  await written;
  await second?.end();
  return invalid === 0 ? 0 : 1;
}

endWithReader();
try {
  process.exitCode = await run(referenceFromArguments());
} catch (error) {
  process.exitCode = explainFailure(error, USAGE);
}
