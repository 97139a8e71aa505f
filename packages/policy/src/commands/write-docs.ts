/** `node packages/policy/src/commands/write-docs.ts`: writes the schema files and the programme pages anew. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { generatedFiles } from "../docs/generated.ts";

for (const [path, content] of generatedFiles()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
