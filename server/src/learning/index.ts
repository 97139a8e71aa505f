import type { Module } from "../kernel/module.ts";
import "./tables.ts";

export { onlineHours } from "./online-hours.ts";

export const operations = [] as const;

export const learning: Module = { name: "learning", operations };
