/**
 * The server's typed map of operations: key → `{ params, query, body, output }`.
 * Only the type crosses over; no server code reaches the browser.
 */
export type { ApiMap } from "@jinengtong/server";
