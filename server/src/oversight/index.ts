import type { Module } from "../kernel/module.ts";
import { traceClaim } from "./trace-claim.ts";
import { traceClass } from "./trace-class.ts";
import { tracePayment } from "./trace-payment.ts";
import { traceMarks, traceWatch } from "./trace-rows.ts";
import "./tables.ts";

export const operations = [tracePayment, traceClaim, traceClass, traceMarks, traceWatch] as const;

/** Those who watch: every step can be walked along, sampled and searched for what looks odd; nothing here changes a fact. */
export const oversight: Module = { name: "oversight", operations };
