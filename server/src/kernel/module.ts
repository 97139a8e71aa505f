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

/** Recomputes derived values from their facts and compares: part of `admin verify`. */
export interface Verifier {
  name: string;
  run: (services: Services) => Promise<{ checked: number; differences: string[] }>;
}

/**
 * Declaration of a module: everything it tells the platform about itself. `house.ts` combines modules and refuses an invalid
 * declaration at start.
 */
export interface Module {
  name: string;
  /** By noun and verb: the ids that OpenAPI and the pages use. */
  operations: OperationRecord;
  /** Its nouns, states, token scopes and messages in Chinese, from `@jinengtong/words`. */
  words: ModuleWords;
  states?: readonly StateMachine<string>[];
  /** Sealed columns of its tables, resealed on key rotation. */
  sealed?: readonly SealedColumn[];
  /** Events it emits (declared in its `events.ts`). Each must have a listener, or stand in `exports`. */
  emits?: readonly EventName[];
  /** Events without a listener in the platform, for external readers of the queue. */
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
