import { z } from "zod";
import type { Owner } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { Id } from "../kernel/shapes.ts";
import "./tables.ts";

/** The kinds of carrier (一.载体) and office, with their names. */
export const KINDS = {
  "training-institution": "民办职业培训机构",
  "vocational-school": "职业院校（含技工院校）",
  enterprise: "企业",
  "hr-service": "人力资源服务机构",
  "industry-association": "行业协会",
  "evaluation-body": "技能评价机构",
  "co-operative": "合作社",
  department: "行业主管部门",
  bureau: "人社、财政、审计机关",
} as const;
export const Kind = z.enum(Object.keys(KINDS) as [keyof typeof KINDS, ...(keyof typeof KINDS)[]]);
export const OrganisationState = z.enum(["active", "suspended", "exited"]);

/** An organisation as everybody may see it. */
export const PublicOrganisation = z.strictObject({
  id: Id,
  uscc: z.string(),
  name: z.string(),
  kind: Kind,
  kindLabel: z.string(),
  ownership: z.enum(["public", "private"]),
  region: z.string(),
  town: z.string(),
  address: z.string().nullable(),
  state: OrganisationState,
});

export const publicColumns = ["id", "uscc", "name", "kind", "ownership", "region", "town", "address", "state"] as const;

/** Adds what a page says for the kind. */
export const withLabel = <T extends { kind: keyof typeof KINDS }>(row: T): T & { kindLabel: string } => ({
  ...row,
  kindLabel: KINDS[row.kind],
});

/** Whose an organisation's records are: its own people's, and the officers' of the region. For `over`. */
export async function organisationOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("organisation")
    .select(["id", "town", "region"])
    .where("id", "=", input.params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.id, region: row.town.startsWith(row.region) ? row.town : row.region } : null;
}
