/** Every file that is made from the schemas and the packages, with its content. */
import { fileURLToPath } from "node:url";
import { caseJsonSchema } from "../case-schema.ts";
import { claimingJsonSchema } from "../claiming.ts";
import { decisionJsonSchema } from "../decision-schema.ts";
import type { JsonSchema } from "../json-schema.ts";
import { loadPolicy } from "../versions.ts";
import { packageJsonSchema, workedCasesJsonSchema } from "../package-schema.ts";
import { adjudicationPage } from "./adjudication.ts";
import { programmePage } from "./programme.ts";

const SCHEMAS: [string, JsonSchema][] = [
  ["case", caseJsonSchema],
  ["decision", decisionJsonSchema],
  ["package", packageJsonSchema],
  ["worked-cases", workedCasesJsonSchema],
  ["claiming", claimingJsonSchema],
];

function path(relative: string): string {
  return fileURLToPath(new URL(`../../../../${relative}`, import.meta.url));
}

/** Path and content of each generated file. */
export function generatedFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const [name, schema] of SCHEMAS) {
    files.set(path(`packages/policy/schema/${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
  }
  files.set(path("docs/programmes/adjudication.md"), adjudicationPage());
  for (const id of ["rugao-2019", "example-2025", "jiangsu-2025"]) {
    files.set(path(`docs/programmes/${id}.md`), programmePage(loadPolicy(id)));
  }
  return files;
}
