/** What tests build on. */
export { createTestDatabase, testServerUrl } from "./database.ts";
export type { TestDatabase } from "./database.ts";
