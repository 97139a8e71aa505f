import type { DemoPart } from "./demo/county.ts";
import type { EventName } from "./events.ts";
import type { OperationRecord } from "./operation.ts";
import type { Subscription, Schedule } from "./queue.ts";
import type { Refusals } from "./refusals.ts";
import type { Services } from "./services.ts";
import type { StateMachine } from "./states.ts";

/** Recomputes something from its facts and compares: part of `admin verify`. */
export interface Verifier {
  name: string;
  run: (services: Services) => Promise<{ checked: number; differences: string[] }>;
}

/** The face a module shows to the platform. */
export interface Module {
  name: string;
  /** By noun and verb: the ids that OpenAPI and the pages use. */
  operations: OperationRecord;
  states?: readonly StateMachine<string>[];
  /** Events it emits (declared in its `events.ts`). Each must have a listener, or stand in `exports`. */
  emits?: readonly EventName[];
  /** Events that no module hears because they are for others: whoever reads the queue from outside. */
  exports?: readonly EventName[];
  subscriptions?: readonly Subscription[];
  schedules?: readonly Schedule[];
  refusals?: Refusals;
  verifiers?: readonly Verifier[];
  /** Its part of the demo county. */
  demo?: DemoPart;
}
