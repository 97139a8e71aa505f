/**
 * Coverage of the document behind a package (`document-coverage.json`): each sentence is marked rule, reading, feature of
 * the platform, or not for the platform, with where. The document itself is not kept here; each sentence is known by its
 * place and a digest, so that whoever has the document can see that none is left out.
 */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Policy } from "./compile.ts";
import type { JsonSchema } from "./json-schema.ts";
import { compileSchema } from "./json-schema.ts";
import { packageDirectory } from "./load.ts";

export interface CoveredSentence {
  /** Its place in the document, from 1. */
  at: number;
  clause: string;
  /** First sixteen digits of the SHA-256 of the sentence. */
  digest: string;
  /** `BENEFIT` (its amount), `BENEFIT/TEST`, or `every/TEST` for a test that every benefit has. */
  rules?: string[];
  /** Ids of interpretations. */
  readings?: string[];
  /** Rows of docs/coverage.md. */
  features?: string[];
  /** Reason why there is nothing for the platform in it. */
  notForThePlatform?: string;
  /** An earlier sentence that says the same. */
  as?: number;
  note?: string;
}

export interface DocumentCoverage {
  document: string;
  /** The version of the package that it is held against. */
  version: string;
  sentences: CoveredSentence[];
}

const text: JsonSchema = { type: "string", minLength: 1, maxLength: 200 };
const names: JsonSchema = { type: "array", items: text, minItems: 1, uniqueItems: true };

const checkCoverage = compileSchema({
  type: "object",
  required: ["document", "version", "sentences"],
  additionalProperties: false,
  properties: {
    document: text,
    version: text,
    sentences: {
      type: "array",
      items: {
        type: "object",
        required: ["at", "clause", "digest"],
        additionalProperties: false,
        properties: {
          at: { type: "integer", minimum: 1 },
          clause: text,
          digest: { type: "string", pattern: "^[0-9a-f]{16}$" },
          rules: names,
          readings: names,
          features: names,
          notForThePlatform: text,
          as: { type: "integer", minimum: 1 },
          note: text,
        },
      },
    },
  },
});

/** The coverage of a package's document; null where it has none. Refuses (throws) a file that is not one. */
export function loadCoverage(idOrDirectory: string): DocumentCoverage | null {
  const path = join(packageDirectory(idOrDirectory), "document-coverage.json");
  if (!existsSync(path)) return null;
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  const problem = checkCoverage(value);
  if (problem !== null) throw new Error(`document-coverage.json${problem.path}：${problem.message}`);
  // The schema has just said that it is one.
  return value as DocumentCoverage;
}

/** The sentences of a document: each line cut after every full stop and semicolon. */
export function sentencesOf(document: string): string[] {
  return document
    .split("\n")
    .flatMap((line) => line.trim().match(/[^。；]+[。；]?/gu) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

export function digestOfSentence(sentence: string): string {
  return createHash("sha256").update(sentence).digest("hex").slice(0, 16);
}

/** Sentences without a mark, marks that lead nowhere, gaps in the count. `features`: the rows of the platform's coverage. */
export function wrongMarks(policy: Policy, { sentences }: DocumentCoverage, features: ReadonlySet<string>): string[] {
  const rules = new Set(
    [...policy.benefits].flatMap(([id, { tests }]) => [
      id,
      ...tests.flatMap((test) => [`${id}/${test.id}`, `every/${test.id}`]),
    ]),
  );
  const readings = new Set(policy.rules.interpretations.map(({ id }) => id));
  return sentences.flatMap((one, index): string[] => {
    const { at, rules: ruled = [], readings: read = [], features: featured = [], notForThePlatform, as } = one;
    const said = (message: string): string => `第 ${at} 句（${one.clause}）：${message}`;
    const marks = ruled.length + read.length + featured.length;
    return [
      ...(at === index + 1 ? [] : [said(`应为第 ${index + 1} 句`)]),
      ...(marks === 0 && notForThePlatform === undefined ? [said("没有标记")] : []),
      ...(marks > 0 && notForThePlatform !== undefined ? [said("既有去处，又写明与平台无关")] : []),
      ...(as === undefined || as < at ? [] : [said(`所指的第 ${as} 句不在它以前`)]),
      ...ruled.filter((name) => !rules.has(name)).map((name) => said(`没有规则 ${name}`)),
      ...read.filter((name) => !readings.has(name)).map((name) => said(`没有读法 ${name}`)),
      ...featured.filter((name) => !features.has(name)).map((name) => said(`没有功能 ${name}`)),
    ];
  });
}

/** Where the marked sentences and those of the document part: left out, changed, or too many. */
export function unlikeDocument({ sentences }: DocumentCoverage, document: string): string[] {
  const read = sentencesOf(document);
  const length = Math.max(read.length, sentences.length);
  return Array.from({ length }, (_one, index) => {
    const sentence = read[index];
    const marked = sentences[index];
    if (sentence === undefined) return `第 ${index + 1} 句：文件没有这一句`;
    if (marked === undefined) return `第 ${index + 1} 句没有标记：${sentence}`;
    return marked.digest === digestOfSentence(sentence) ? "" : `第 ${index + 1} 句与标记时不同：${sentence}`;
  }).filter((message) => message !== "");
}
