import { maskPaperNumber, parseIdentityPaper } from "@jinengtong/standards";
import { SealError } from "../../adapters/seal/index.ts";
import type { Verifier } from "../../kernel/module.ts";
import { sql } from "../../kernel/database.ts";
import type { Services } from "../../kernel/services.ts";
import { citizenIdHash, phoneHash } from "./identity.ts";

const BATCH = 1_000;

interface Row {
  id: string;
  citizen_id_sealed: Buffer;
  citizen_id_hash: Buffer;
  citizen_id_masked: string;
  phone_sealed: Buffer | null;
  phone_hash: Buffer | null;
  birth_date: string;
  sex: string;
}

/**
 * Opens every identity number and phone and compares the derived values: hash, mask, birth date and sex. A value that was altered
 * or moved from another row doesn't open.
 */
export const identityVerifier: Verifier = {
  name: "实名档案",
  async run(services) {
    const differences: string[] = [];
    let checked = 0;
    for (let after: string | null = null; ;) {
      const found: { rows: Row[] } = await sql<Row>`
        select id, citizen_id_sealed, citizen_id_hash, citizen_id_masked, phone_sealed, phone_hash, birth_date, sex
        from person where ${after}::uuid is null or id > ${after} order by id limit ${BATCH}`.execute(
        services.database,
      );
      for (const row of found.rows)
        differences.push(...differencesOf(services, row).map((what) => `${row.id}: ${what}`));
      checked += found.rows.length;
      after = found.rows.at(-1)?.id ?? null;
      if (after === null) return { checked, differences };
    }
  },
};

function differencesOf({ sealer }: Services, row: Row): string[] {
  try {
    const number = sealer.openText(row.citizen_id_sealed, { table: "person", column: "citizen_id", row: row.id });
    const paper = parseIdentityPaper(number);
    const phone =
      row.phone_sealed && sealer.openText(row.phone_sealed, { table: "person", column: "phone", row: row.id });
    const held: [string, boolean][] = [
      ["身份号码无效", paper.ok],
      ["身份号码与检索值不符", citizenIdHash(sealer, number).equals(row.citizen_id_hash)],
      ["身份号码与掩码不符", maskPaperNumber(number) === row.citizen_id_masked],
      ["身份号码与出生日期不符", paper.ok && (paper.value.birthDate ?? row.birth_date) === row.birth_date],
      ["身份号码与性别不符", paper.ok && (paper.value.sex ?? row.sex) === row.sex],
      [
        "手机号与检索值不符",
        phone ? phoneHash(sealer, phone).equals(row.phone_hash ?? Buffer.alloc(0)) : row.phone_hash === null,
      ],
    ];
    return held.filter(([, ok]) => !ok).map(([what]) => what);
  } catch (error) {
    if (error instanceof SealError) return [`密文打不开（${error.code}）`];
    throw error;
  }
}
