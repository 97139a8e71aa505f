import type { Door } from "../kernel/http.ts";
import type { Module } from "../kernel/module.ts";
import { createLimiter } from "./limits.ts";
import { identify } from "./sessions.ts";

export { openSession } from "./sessions.ts";

export const operations = [] as const;

export const access: Module = { name: "access", operations };

/** The door all operations stand behind. */
export const createDoor = (): Door => ({ identify, limit: createLimiter() });
