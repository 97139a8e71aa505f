/**
 * The clock of a simulated county: one instant for the application and its database. Production has no way to move time: the platform asks
 * its `Clock`, PostgreSQL its own, and both are replaced here only, in a database that the simulation makes for itself.
 *
 * In that database `now()` and `clock_timestamp()` are two functions of the schema `simulated`, found before PostgreSQL's. Migrations that
 * run there bind column defaults to them; statements and the queue find them by the search path. They read a sequence that counts
 * microseconds: outside transactions, for all connections at once, and each reading of `clock_timestamp()` is later than the one before.
 * `now()` is asked for each row of a scan, so it is written as what PostgreSQL evaluates fastest.
 * The platform's role may read it and never set it.
 */
import pg from "pg";
import type { Clock } from "../server/src/kernel/clock.ts";

const PATH = "public, simulated, pg_catalog";

export class MovingClock implements Clock {
  #now: Date;

  constructor(now: Date) {
    this.#now = now;
  }

  now(): Date {
    return new Date(this.#now);
  }

  /** Time never goes back. */
  async moveTo(owner: pg.Pool, instant: Date): Promise<void> {
    if (instant < this.#now) throw new Error(`the clock can't go back from ${this.#now.toISOString()}`);
    this.#now = new Date(instant);
    await owner.query(
      "select setval('simulated.microseconds', greatest($1::bigint, (select last_value from simulated.microseconds)))",
      [instant.getTime() * 1_000],
    );
  }
}

/** Puts the moving clock into an empty database, before its migrations. */
export async function installClock(ownerUrl: string, start: Date): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`
      DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = ${PATH}', current_database()); END $$;
      CREATE SCHEMA simulated;
      CREATE SEQUENCE simulated.microseconds START ${start.getTime() * 1_000};
      SELECT pg_catalog.nextval('simulated.microseconds');
      CREATE FUNCTION simulated.now() RETURNS timestamptz STABLE LANGUAGE plpgsql AS $$ BEGIN
        RETURN 'epoch'::timestamptz + pg_catalog.pg_sequence_last_value('simulated.microseconds'::regclass) * interval '1 microsecond';
      END $$;
      CREATE FUNCTION simulated.clock_timestamp() RETURNS timestamptz VOLATILE LANGUAGE sql
        AS $$ select 'epoch'::timestamptz + pg_catalog.nextval('simulated.microseconds') * interval '1 microsecond' $$;
      GRANT USAGE ON SCHEMA simulated TO PUBLIC;
      GRANT SELECT, USAGE ON SEQUENCE simulated.microseconds TO PUBLIC;`);
  } finally {
    await client.end();
  }
}

/**
 * Functions with a search path of their own find the moving clock too. The queue takes jobs by the time at which they are to run, and those of
 * one instant in any order; here each has an instant of its own, so that they run in the order in which they came. After the migrations.
 */
export async function letFunctionsSeeClock(owner: pg.Pool): Promise<void> {
  await owner.query(`
    CREATE FUNCTION simulated.one_instant_each() RETURNS trigger LANGUAGE plpgsql SET search_path = ${PATH} AS $$ BEGIN
      IF new.run_at <= now() THEN new.run_at := clock_timestamp(); END IF;
      RETURN new;
    END $$;
    CREATE TRIGGER one_instant_each BEFORE INSERT ON graphile_worker._private_jobs
      FOR EACH ROW EXECUTE FUNCTION simulated.one_instant_each();
    DO $$ DECLARE f regprocedure; BEGIN
      FOR f IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace IN ('public'::regnamespace, 'graphile_worker'::regnamespace)
        AND EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%')
      LOOP EXECUTE format('ALTER ROUTINE %s SET search_path = ${PATH}', f); END LOOP;
    END $$`);
}
