import type { Module } from "../kernel/module.ts";
import { admissionStates } from "./admission-states.ts";
import "./tables.ts";

export { type Activity, isAdmitted } from "./admitted.ts";
export { type Standard, type StandardAsk, standardFor, standardsFor } from "./standards.ts";

export const operations = [] as const;

export const catalogue: Module = { name: "catalogue", operations, states: [admissionStates] };
