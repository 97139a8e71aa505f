import type { Module } from "../kernel/module.ts";
import { classChangeStates } from "./class-change-states.ts";
import { classStates } from "./class-states.ts";
import { enrolmentStates } from "./enrolment-states.ts";
import "./tables.ts";

export { finishEnrolment } from "./finish-enrolment.ts";
export { offlineHours } from "./offline-hours.ts";
export { classOwner, enrolmentOwner, sessionOwner } from "./owners.ts";

export const operations = [] as const;

export const training: Module = {
  name: "training",
  operations,
  states: [classStates, enrolmentStates, classChangeStates],
};
