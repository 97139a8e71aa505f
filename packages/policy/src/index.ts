/**
 * The face of the policy engine: `@jinengtong/policy` decides cases by policy packages. Everything in `engine.ts` is
 * pure; added here is what reads and writes packages on disk.
 */
export * from "./engine.ts";
export { digestOf } from "./digest.ts";
export { loadClaiming, loadDoors, loadDraft, loadPackage, loadWorkedCases, packageDirectory } from "./load.ts";
export type { PublishedVersion } from "./published.ts";
export { checkPublished, loadProof, loadPublished, publish, publishedFiles, publishedVersions } from "./published.ts";
export { writeVersion } from "./write-version.ts";
export { byVersion, loadCasesOf, loadEveryPublished, loadEveryVersion, loadPolicy } from "./versions.ts";
