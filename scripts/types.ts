/**
 * `npm run types`: type checks everything through the project references (each package against the declarations of those it
 * imports) and holds the number of type instantiations to a budget. A project that is up to date isn't checked again and counts
 * nothing, so the budget bites on a cold check: the first one of a fresh copy.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readTypeCheck } from "./type-counts.ts";

/**
 * Measured: 3.6 million for 470 operations, some 7,600 each; this leaves room for 700. When exceeded, look for a type that is inferred again at every use.
 */
const INSTANTIATIONS = 5_500_000;
/** One project at a time and a bounded heap: 33 CPU-seconds and 750 MB cold, where two at a time take 47 and 1.1 GB. */
const MEMORY = "850MiB";

const root = fileURLToPath(new URL("..", import.meta.url));

const child = spawn(
  join(root, "node_modules", ".bin", "tsc"),
  ["--build", "--builders", "1", "--extendedDiagnostics", ...process.argv.slice(2)],
  { cwd: root, stdio: ["ignore", "pipe", "inherit"], env: { GOMEMLIMIT: MEMORY, ...process.env } },
);
let output = "";
child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
child.once("close", (code) => {
  const { instantiations, complaints } = readTypeCheck(output);
  if (complaints !== "") console.log(complaints);
  console.log(`${instantiations} type instantiations of ${INSTANTIATIONS}`);
  if (instantiations > INSTANTIATIONS) {
    console.log(
      "Over the budget of scripts/types.ts: tsc --extendedDiagnostics -p PROJECT tells what each project costs.",
    );
  }
  process.exitCode = code === 0 && instantiations <= INSTANTIATIONS ? 0 : 1;
});
