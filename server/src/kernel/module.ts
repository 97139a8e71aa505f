import type { ModuleWords } from "@jinengtong/words";
import type { DemoPart } from "./demo/county.ts";
import type { EventName } from "./events.ts";
import type { Offers } from "./offers.ts";
import type { OperationRecord } from "./operation.ts";
import type { Subscription, Schedule } from "./queue.ts";
import type { Refusals } from "./refusals.ts";
import type { SealedColumn } from "./sealed.ts";
import type { Services } from "./services.ts";
import type { StateMachine } from "./states.ts";

/** Recomputes something from its facts and compares: part of `admin verify`. */
export interface Verifier {
  name: string;
  run: (services: Services) => Promise<{ checked: number; differences: string[] }>;
}

/** All that a module tells the platform about itself. `house.ts` puts modules together and refuses a wrong declaration at start. */
export interface Module {
  name: string;
  /** By noun and verb: the ids that OpenAPI and the pages use. */
  operations: OperationRecord;
  /** Its nouns, states, token scopes and messages in Chinese, from `@jinengtong/words`. */
  words: ModuleWords;
  states?: readonly StateMachine<string>[];
  /** Columns of its tables that hold something sealed: sealed again when keys change. */
  sealed?: readonly SealedColumn[];
  /** Events it emits (declared in its `events.ts`). Each must have a listener, or stand in `exports`. */
  emits?: readonly EventName[];
  /** Events that no module hears because they are for others: whoever reads the queue from outside. */
  exports?: readonly EventName[];
  /** With the Chinese title of each job. */
  subscriptions?: readonly Subscription[];
  schedules?: readonly Schedule[];
  /** Functions that it offers to earlier modules. */
  offers?: Partial<Offers>;
  refusals?: Refusals;
  verifiers?: readonly Verifier[];
  /** Its part of the demo county. */
  demo?: DemoPart;
}
