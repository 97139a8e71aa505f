import { access, operations as accessOperations } from "./access/index.ts";
import { assessment, operations as assessmentOperations } from "./assessment/index.ts";
import { catalogue, operations as catalogueOperations } from "./catalogue/index.ts";
import { entitlement, operations as entitlementOperations } from "./entitlement/index.ts";
import { fund, operations as fundOperations } from "./fund/index.ts";
import type { Module } from "./kernel/module.ts";
import type { QueueWork } from "./kernel/queue.ts";
import { learning, operations as learningOperations } from "./learning/index.ts";
import { operations as organisationOperations, organisations } from "./organisations/index.ts";
import { oversight, operations as oversightOperations } from "./oversight/index.ts";
import { operations as peopleOperations, people } from "./people/index.ts";
import { operations as reportingOperations, reporting } from "./reporting/index.ts";
import { operations as trainingOperations, training } from "./training/index.ts";

/** The house, in the order evidence flows through it. */
export const modules: readonly Module[] = [
  access,
  people,
  organisations,
  catalogue,
  training,
  learning,
  assessment,
  entitlement,
  fund,
  reporting,
  oversight,
];

/** Every operation with its own type; `operations` is the same list for those who need no types. */
export const typedOperations = [
  ...accessOperations,
  ...peopleOperations,
  ...organisationOperations,
  ...catalogueOperations,
  ...trainingOperations,
  ...learningOperations,
  ...assessmentOperations,
  ...entitlementOperations,
  ...fundOperations,
  ...reportingOperations,
  ...oversightOperations,
] as const;

export const operations = modules.flatMap((module) => module.operations);

/** What the queue does, of all modules. */
export const queueWork: QueueWork = {
  subscriptions: modules.flatMap((module) => module.subscriptions ?? []),
  schedules: modules.flatMap((module) => module.schedules ?? []),
};
