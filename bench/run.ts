/**
 * `npm run bench -- NAME` runs `bench/NAME/index.ts`. Every benchmark ends with one JSON line,
 * `{"bench","figures","against","ratio"}`, printed by itself.
 */
import { existsSync } from "node:fs";

const name = process.argv[2] ?? "";
const path = new URL(`./${name}/index.ts`, import.meta.url);
if (!/^[a-z][a-z-]*$/u.test(name) || !existsSync(path)) {
  process.stderr.write("usage: npm run bench -- NAME, where bench/NAME/index.ts exists\n");
  process.exitCode = 2;
} else {
  await import(path.href);
}
