export type { ApiMap } from "./modules.ts";
