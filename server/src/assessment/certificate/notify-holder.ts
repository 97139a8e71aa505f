import { certificateKinds } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import type { Events } from "../../kernel/events.ts";
import { notify } from "../../people/index.ts";

/** On `certificate-issued`: notifies the holder, so that nobody has a certificate in their name without knowing. */
export async function notifyHolder(context: Context, { certificateId }: Events["certificate-issued"]): Promise<void> {
  const row = await context.db
    .selectFrom("certificate")
    .select(["person_id", "kind", "occupation_name", "issuer_name"])
    .where("id", "=", certificateId)
    .executeTakeFirst();
  if (!row) return;
  await notify(
    context,
    row.person_id,
    "certificate-issued",
    `${row.issuer_name}已为您登记${certificateKinds.label(row.kind)}（${row.occupation_name}）。可在“我的技能档案”中查看；如非本人参加，请立即反映。`,
  );
}
