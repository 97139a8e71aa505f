import { access, type operations as accessOperations } from "./access/index.ts";
import { assessment, type operations as assessmentOperations } from "./assessment/index.ts";
import { catalogue, type operations as catalogueOperations } from "./catalogue/index.ts";
import { entitlement, type operations as entitlementOperations } from "./entitlement/index.ts";
import { fund, type operations as fundOperations } from "./fund/index.ts";
import type { Module } from "./kernel/module.ts";
import { nameOperations } from "./kernel/operation.ts";
import { learning, type operations as learningOperations } from "./learning/index.ts";
import { type operations as organisationOperations, organisations } from "./organisations/index.ts";
import { oversight, type operations as oversightOperations } from "./oversight/index.ts";
import { type operations as peopleOperations, people } from "./people/index.ts";
import { type operations as reportingOperations, reporting } from "./reporting/index.ts";
import { type operations as trainingOperations, training } from "./training/index.ts";

/** The modules, in the order of the line of evidence. */
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

/** Every operation by id, such as `claims.confirm`. */
export const operations = nameOperations(modules.map((module) => module.operations));

/** Every operation with its own type, by noun and verb. */
export type Operations = typeof accessOperations &
  typeof peopleOperations &
  typeof organisationOperations &
  typeof catalogueOperations &
  typeof trainingOperations &
  typeof learningOperations &
  typeof assessmentOperations &
  typeof entitlementOperations &
  typeof fundOperations &
  typeof reportingOperations &
  typeof oversightOperations;
