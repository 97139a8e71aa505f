import { sql } from "../kernel/database.ts";
import { type SealedPlace, sealedPlaces } from "../kernel/sealed.ts";
import type { Services } from "../kernel/services.ts";

export interface ResealProgress {
  table: string;
  column: string;
  seen: number;
  resealed: number;
}

const BATCH = 500;

/**
 * Reseals every value under an older key or suite with the current one, in batches that are committed separately: it may be
 * interrupted and run again, and runs beside a working platform that has the new key. The only writer of sealed columns outside
 * their modules: it changes how they are sealed, never their content. Returns the number of resealed values.
 */
export async function rotateSealedData(
  services: Services,
  progress: (now: ResealProgress) => void = () => undefined,
): Promise<number> {
  let total = 0;
  for (const place of await sealedPlaces(services.database, services.house.sealed)) {
    const now = { table: place.table, column: place.column, seen: 0, resealed: 0 };
    for (let after: string | null = null; ;) {
      const batch = await readBatch(services, place, after);
      if (batch.length === 0) break;
      now.resealed += await reseal(services, place, batch);
      now.seen += batch.length;
      after = batch.at(-1)?.id ?? null;
      progress({ ...now });
    }
    total += now.resealed;
  }
  return total;
}

interface SealedRow {
  id: string;
  sealed: Buffer;
}

async function readBatch(services: Services, place: SealedPlace, after: string | null): Promise<SealedRow[]> {
  const column = sql.ref(`${place.column}_sealed`);
  const found = await sql<SealedRow>`
    select id::text as id, ${column} as sealed from ${sql.table(place.table)}
    where ${column} is not null and (${after}::text is null or id > ${after}::${sql.raw(place.id)})
    order by ${sql.ref(`${place.table}.id`)} limit ${BATCH}`.execute(services.database);
  return found.rows;
}

async function reseal(services: Services, place: SealedPlace, batch: readonly SealedRow[]): Promise<number> {
  const { sealer } = services;
  const old = batch.filter((row) => sealer.needsRotation(row.sealed));
  if (old.length === 0) return 0;
  const sealed = old.map(({ id, sealed: before }) => {
    const context = { table: place.table, column: place.column, row: id };
    return sealer.seal(sealer.open(before, context), context);
  });
  const column = sql.ref(`${place.column}_sealed`);
  // A value that the platform changed meanwhile has the current key already.
  const done = await sql`
    update ${sql.table(place.table)} t set ${column} = v.after
    from unnest(${old.map((row) => row.id)}::${sql.raw(place.id)}[], ${old.map((row) => row.sealed)}::bytea[], ${sealed}::bytea[])
      as v (id, before, after)
    where t.id = v.id and t.${column} = v.before`.execute(services.database);
  return Number(done.numAffectedRows ?? 0n);
}
