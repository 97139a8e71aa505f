/** Sources of facts about persons: other offices' systems, asked by persons and day. */
export { fileExchangeFactSource } from "./file-exchange.ts";
export { startFactDouble } from "./double.ts";
export { httpFactSource } from "./http.ts";
export { readFactSources } from "./settings.ts";
export type { FactAnswer, FactQuestion, FactSource } from "./port.ts";
