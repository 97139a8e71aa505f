/** Test support: test app, builders, helpers. */
export { createTestDatabase, testServerUrl } from "./database.ts";
export type { TestDatabase } from "./database.ts";
export { COUNTY, createTestApp } from "./app.ts";
export type { Answer, TestApp, TestClient } from "./app.ts";
export * from "./people-builders.ts";
export * from "./class-builders.ts";
export * from "./record-builders.ts";
export * from "./claim-builders.ts";
export * from "./payment-builders.ts";
export * from "./entitled-builders.ts";
export * from "./reviewed-builders.ts";
export * from "./policy-builders.ts";
export { aCountyWith } from "./county-builders.ts";
export { madeUp, madeUpByTwo } from "./sheet-desk.ts";
export { upload } from "./upload.ts";
export { fillThinLists } from "./thin-lists.ts";
export { bankLine, type MadeBatch, paymentDesk } from "./payment-desk.ts";
export { startSmtp, type SmtpDouble } from "./smtp-double.ts";
