/** `npm run strikes -- --strikes 30 --processes 2`: processes, connections and the database fail under people at work. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { underStrikes } from "./under-strikes.ts";

const { values } = parseArgs({
  options: { strikes: { type: "string", default: "30" }, processes: { type: "string", default: "1" } },
});
const dataDir = await mkdtemp(path.join(tmpdir(), "strikes-"));
try {
  const plan = { dataDir, strikes: Number(values.strikes), processes: Number(values.processes) };
  const { acknowledged, answers, faults, settledAfterMs } = await underStrikes(plan, console.log);
  console.log(
    `${acknowledged} acts acknowledged; answers: ${[...answers].map(([answer, n]) => `${answer} × ${n}`).join(", ")}`,
  );
  console.log(`all work done ${(settledAfterMs / 1_000).toFixed(1)} s after the last`);
  console.log(
    faults.length === 0
      ? "nothing lost, nothing done twice, no process ended by itself"
      : faults.slice(0, 20).join("\n"),
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
