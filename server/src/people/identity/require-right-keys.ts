import type pg from "pg";
import type { Sealer } from "../../adapters/seal/index.ts";
import { citizenIdHash } from "./identity.ts";

/**
 * Refuses to start under keys that are well-formed but not those of this database: the same citizen number would get a second record, and
 * the audit log digests that nobody could check again. Tries the newest record of a person; an empty database takes any keys.
 */
export async function requireRightKeys(pool: pg.Pool, sealer: Sealer): Promise<void> {
  const { rows } = await pool.query<{ id: string; citizen_id_sealed: Buffer; citizen_id_hash: Buffer }>(
    "select id, citizen_id_sealed, citizen_id_hash from person order by id desc limit 1",
  );
  const [person] = rows;
  if (person === undefined) return;
  try {
    const number = sealer.openText(person.citizen_id_sealed, { table: "person", column: "citizen_id", row: person.id });
    if (citizenIdHash(sealer, number).equals(person.citizen_id_hash)) return;
  } catch {
    // Told below, in the same words.
  }
  throw new Error(
    "加密密钥与数据库不符：现有的实名档案不能用这套密钥打开。请换回原来的密钥文件（SEALING_KEYS_FILE 或 DATA_DIR/keys.json）后再启动；没有写入任何数据。",
  );
}
