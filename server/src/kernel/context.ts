import type { Noun } from "@jinengtong/words";
import { todayInShanghai, type CivilDate } from "@jinengtong/standards";
import type { Actor } from "./actor.ts";
import { json, sql, type Database } from "./database.ts";
import type { EventName, Events } from "./events.ts";
import { Problem } from "./problem.ts";
import { beginWork } from "./published-law.ts";
import type { Services } from "./services.ts";

/** Request metadata besides the parsed input. */
export interface RequestFacts {
  id: string;
  ip: string;
  userAgent: string | null;
  headers: Record<string, string | string[] | undefined>;
  cookies: Record<string, string | undefined>;
}

/** A received and measured file, not stored yet: see `services.files.keep`. */
export interface Upload {
  temporaryPath: string;
  name: string;
  bytes: number;
  sha256: Buffer;
  mediaType: string;
}

/** Target of the call for its audit row. */
export interface AuditSubject {
  kind: Noun;
  id: string;
  organisationId?: string | null;
  region?: string | null;
  /** Ids, numbers and codes only: never a name, number or phone of a person. */
  detail?: Record<string, unknown>;
}

/**
 * Everything an operation works with. In a creating operation `db` is the one transaction that commits its work, its audit row and
 * its idempotency record together; elsewhere it is the pool.
 */
export class Context {
  readonly db: Database;
  readonly services: Services;
  readonly maybeActor: Actor | null;
  readonly request: RequestFacts;
  readonly upload: Upload | null;
  readonly now: Date;
  /** The civil date in Asia/Shanghai. */
  readonly today: CivilDate;
  auditSubject: AuditSubject | null = null;
  private readonly doneWhenCommitted: (() => Promise<unknown>)[] = [];
  private readonly keptWhenRefused: ((db: Database) => Promise<unknown>)[] = [];
  /** Headers of the answer, such as Set-Cookie. */
  readonly replyHeaders: [string, string][] = [];

  constructor(given: {
    db: Database;
    services: Services;
    actor: Actor | null;
    request: RequestFacts;
    upload?: Upload | null;
  }) {
    this.db = given.db;
    this.services = given.services;
    this.maybeActor = given.actor;
    this.request = given.request;
    this.upload = given.upload ?? null;
    this.now = given.services.clock.now();
    this.today = todayInShanghai(this.now);
  }

  /** The same call on another connection. */
  within(db: Database): Context {
    return new Context({ db, services: this.services, actor: this.maybeActor, request: this.request });
  }

  /** The signed-in account; throws 401 in a public operation without one. */
  get actor(): Actor {
    if (!this.maybeActor) throw new Problem(401, "not-signed-in", "请先登录后再操作。");
    return this.maybeActor;
  }

  /** Sets the target of this call's audit row. */
  audit(subject: AuditSubject): void {
    this.auditSubject = subject;
  }

  /**
   * Registers a write that must outlive a refusal: it runs on the pool once the refused work is rolled back, and never if the work
   * is committed.
   */
  keepWhenRefused(write: (db: Database) => Promise<unknown>): void {
    this.keptWhenRefused.push(write);
  }

  /** Registers what this process does once the work is committed, such as loading what it published. */
  whenCommitted(act: () => Promise<unknown>): void {
    this.doneWhenCommitted.push(act);
  }

  /** Runs what was registered by `whenCommitted`. The work stands whatever comes of it. */
  async afterCommit(): Promise<void> {
    for (const act of this.doneWhenCommitted)
      await act().catch((error: unknown) =>
        this.services.log.error(
          { error: error instanceof Error ? error.name : "unknown" },
          "an act after the commit failed",
        ),
      );
  }

  /** Runs the writes registered by `keepWhenRefused`. A failure here doesn't change the refusal. */
  async afterRefusal(): Promise<void> {
    for (const write of this.keptWhenRefused) {
      try {
        await write(this.services.database);
      } catch (error) {
        this.services.log.error(
          { error: error instanceof Error ? error.name : "unknown" },
          "a refusal was not recorded",
        );
      }
    }
  }

  /**
   * Emits an event to later modules in the same transaction: each subscriber runs after the commit, at least once. `urgent`: before
   * all other work, since somebody is waiting for it.
   */
  async emit<E extends EventName>(
    event: E,
    payload: Events[E],
    options: { key?: string; at?: Date; urgent?: boolean } = {},
  ): Promise<void> {
    await sql`select enqueue('event', ${json({ event, payload })}::json, ${options.key ?? null}, ${options.at ?? this.now},
      ${options.urgent ? 10 : 0})`.execute(this.db);
  }
}

export const noRequest: RequestFacts = { id: "internal", ip: "internal", userAgent: null, headers: {}, cookies: {} };

/** Runs work outside a request (a job, a command) in one transaction. */
export async function inTransaction<T>(
  services: Services,
  work: (context: Context) => Promise<T>,
  actor: Actor | null = null,
): Promise<T> {
  return services.database.transaction().execute(async (db) => {
    await beginWork(services, db, actor?.accountId ?? "");
    return work(new Context({ db, services, actor, request: noRequest }));
  });
}
