import { z } from "zod";
import type { Owner } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { Id, SearchText } from "../../kernel/shapes.ts";
import { byId, byName, byText, sortable } from "../../kernel/sorting.ts";
import "../tables.ts";

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

/** An organisation's public data. */
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

/** Adds the label of its kind. */
export const withLabel = <T extends { kind: keyof typeof KINDS }>(row: T): T & { kindLabel: string } => ({
  ...row,
  kindLabel: KINDS[row.kind],
});

export type OrganisationRow = z.output<typeof PublicOrganisation>;

export const OrganisationFilter = z.object({
  kind: Kind.optional(),
  town: z.string().max(9).optional(),
  state: OrganisationState.optional(),
  q: SearchText(60).optional().describe("名称中的字，或统一社会信用代码"),
});

export const ORGANISATION_ORDER = sortable({
  columns: {
    name: byName("name"),
    uscc: byText("uscc"),
    kind: byText("kind"),
    town: byText("town"),
    state: byText("state"),
  },
  unique: byId("id"),
  usual: "name",
});

/** One page of the carriers of training (一.载体), without offices. */
export async function organisationPage(
  db: Context["db"],
  filter: z.output<typeof OrganisationFilter>,
  request: Parameters<typeof ORGANISATION_ORDER.page>[0],
): Promise<{ rows: OrganisationRow[]; nextCursor: string | null }> {
  const page = ORGANISATION_ORDER.page(request);
  let listed = db
    .selectFrom("organisation")
    .select([...publicColumns, page.place])
    .where("kind", "not in", ["department", "bureau"])
    .where(page.beyond)
    .orderBy(page.order)
    .limit(page.limit);
  if (filter.kind !== undefined) listed = listed.where("kind", "=", filter.kind);
  if (filter.town !== undefined) listed = listed.where("town", "=", filter.town);
  if (filter.state !== undefined) listed = listed.where("state", "=", filter.state);
  if (filter.q) {
    const words = `%${filter.q.replace(/[\\%_]/g, "\\$&")}%`;
    const code = filter.q.toUpperCase();
    listed = listed.where((where) => where.or([where("name", "like", words), where("uscc", "=", code)]));
  }
  const cut = await page.read(db, listed);
  return { ...cut, rows: cut.rows.map((row) => withLabel(row)) };
}

/** Owner of an organisation's records, for `over`: its own people and the region's officers. */
export async function organisationOwner(context: Context, input: { params: { id: string } }): Promise<Owner | null> {
  const row = await context.db
    .selectFrom("organisation")
    .select(["id", "town", "region"])
    .where("id", "=", input.params.id)
    .executeTakeFirst();
  return row ? { organisationId: row.id, region: row.town.startsWith(row.region) ? row.town : row.region } : null;
}
