import type { Module } from "../kernel/module.ts";
import "./tables.ts";

export const operations = [] as const;

export const training: Module = { name: "training", operations };
