/** Checks a package beside the page: gaps are looked for in thousands of cases, and typing must not wait for that. */
import { checkFiles } from "@jinengtong/policy/engine";
import type { Files } from "./files.ts";

self.addEventListener("message", ({ data }: MessageEvent<{ number: number; files: Files }>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker answers its page, which has no origin to name
  self.postMessage({ number: data.number, problems: checkFiles(data.files) });
});
