import type { Logger } from "pino";
import type pg from "pg";
import type { FactSource } from "../adapters/fact-source/index.ts";
import type { MailGateway } from "../adapters/mail/index.ts";
import type { Sealer } from "../adapters/seal/index.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Database } from "./database.ts";
import type { BatchedLookups } from "./batched-lookups.ts";
import type { FileStore } from "./files.ts";
import type { Forms } from "./forms.ts";
import type { House } from "./house.ts";
import type { ReadSide } from "./read-side.ts";
import type { Policies } from "./policies.ts";

/** Sends a text message. The trial's gateway only writes to the outbox page. */
export interface SmsGateway {
  send(phone: string, text: string): Promise<void>;
}

/** Services of the platform: created once at start, or by a test with its own parts. */
export interface Services {
  /** The combined modules: what one declares and another reads. */
  house: House;
  config: Config;
  clock: Clock;
  database: Database;
  pool: pg.Pool;
  /** Pipelined connections for short prepared statements. */
  lookups: BatchedLookups;
  /** Batched writes, each acknowledged after its commit. */
  writes: BatchedLookups;
  /** Where workbooks are read: a replica, or the database. */
  reads: ReadSide;
  sealer: Sealer;
  /** HMAC key of audit rows, separate from the keys that seal personal data. */
  auditKey: Buffer;
  files: FileStore;
  sms: SmsGateway;
  /** Null where no mail server is configured: nothing is sent, and pages say so. */
  mail: MailGateway | null;
  /** Other offices' systems that are asked for facts about persons. */
  factSources: readonly FactSource[];
  policies: Policies;
  /** Forms returned each period, and mapping tables of partners. */
  forms: Forms;
  log: Logger;
}
