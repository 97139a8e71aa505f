import type { Group } from "@jinengtong/standards";
import type { Context } from "../../kernel/context.ts";
import { requireKeeper } from "../keeper/keepers.ts";

/** Refuses whoever isn't of the office that keeps the register of this person's group. */
export async function requireKeeperOf(context: Context, groupId: string): Promise<void> {
  const group = await context.db.selectFrom("person_group").select("code").where("id", "=", groupId).executeTakeFirst();
  if (group) await requireKeeper(context, `group:${group.code as Group}`);
}
