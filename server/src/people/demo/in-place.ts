import { addDays } from "@jinengtong/standards";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { samplePaperPdf } from "../../adapters/pdf/index.ts";
import type { Context } from "../../kernel/context.ts";
import { moveState } from "../../kernel/states.ts";
import { RELATIONS } from "../substitution/substitution-rows.ts";
import { substitutionStates } from "../substitution/substitution-states.ts";

export interface DemoSide {
  id: string;
  name: string;
  accountId: string;
}

interface DemoSubstitution {
  relative: DemoSide;
  principal: DemoSide;
  relation: keyof typeof RELATIONS;
  /** Confirmed by this officer; else it waits, with or without the principal's word. */
  confirmedBy?: string;
  consented: boolean;
}

/** One who trains in the place of a severely disabled relative, with the proof of the relation. Returns its id. */
export async function addDemoSubstitution(context: Context, given: DemoSubstitution): Promise<string> {
  const { relative, principal, relation, confirmedBy } = given;
  await context.db
    .insertInto("person_group")
    .values({
      person_id: principal.id,
      code: "severely-disabled",
      valid_from: addDays(context.today, -400),
      valid_to: null,
      evidence_file_id: null,
      evidence_note: "示例：残联名册核对",
      state: "confirmed",
      declared_by: null,
      decided_by: confirmedBy ?? null,
      created_at: context.now,
    })
    .execute();
  const row = await context.db
    .insertInto("substitution")
    .values({
      person_id: relative.id,
      principal_id: principal.id,
      relation,
      proof: "household-register",
      evidence_file_id: await householdRegister(context, given),
      valid_from: addDays(context.today, -60),
      valid_to: addDays(context.today, 300),
      declared_by: relative.accountId,
      decided_by: null,
      created_at: context.now,
      ...(given.consented ? { consented_at: context.now, consent_by: principal.accountId } : {}),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (confirmedBy !== undefined) {
    await moveState(context, substitutionStates, row.id, "confirmed", { reason: "与户口簿、残联名册核对一致" });
    await context.db.updateTable("substitution").set({ decided_by: confirmedBy }).where("id", "=", row.id).execute();
  }
  return row.id;
}

async function householdRegister(
  context: Context,
  { relative, principal, relation }: Pick<DemoSubstitution, "relative" | "principal" | "relation">,
): Promise<string> {
  const content = await samplePaperPdf("居民户口簿（示例）", [
    `户主：${principal.name}`,
    `${relative.name}：户主的${RELATIONS[relation]}`,
  ]);
  const directory = await mkdtemp(path.join(tmpdir(), "jinengtong-demo-"));
  const temporaryPath = path.join(directory, "paper.pdf");
  try {
    await writeFile(temporaryPath, content);
    return await context.services.files.keep(
      context,
      {
        temporaryPath,
        name: "户口簿（示例）.pdf",
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest(),
        mediaType: "application/pdf",
      },
      { purpose: "group-evidence", personal: true, personId: relative.id },
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
