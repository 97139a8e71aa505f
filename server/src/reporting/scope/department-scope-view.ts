import { benefitName, GROUPS } from "@jinengtong/policy";
import { county } from "@jinengtong/county";
import { z } from "zod";
import type { Policies } from "../../kernel/policies.ts";
import type { Context } from "../../kernel/context.ts";
import { type Database, sql } from "../../kernel/database.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Id, Line } from "../../kernel/shapes.ts";

/** Kinds of department scope, most specific first: if two offices answer for the same fact, the earlier kind decides. */
export const SCOPE_KINDS = {
  project: "培训项目",
  institution: "培训机构",
  occupation: "职业（工种）",
  group: "人群",
  benefit: "补贴项目",
  town: "镇（街道）",
} as const;
export type ScopeKind = keyof typeof SCOPE_KINDS;
export const Kind = z.enum(Object.keys(SCOPE_KINDS) as [ScopeKind, ...ScopeKind[]]);

export const Scope = z.object({
  kind: Kind,
  kindLabel: z.string(),
  code: z.string(),
  label: z.string(),
  departmentId: Id,
  department: z.string(),
  clause: z.string(),
});

export const Key = { kind: Kind, code: Line(60) };

/** Roles that maintain the division of work. */
export const SCOPE_KEEPERS = ["reviewer", "admin"] as const;

/** Any fact may belong to another office now, so the next refresh covers all of them. */
export const countAgain = (context: Context) => context.db.updateTable("fact_progress").set({ built: false }).execute();

export interface Choice {
  kind: ScopeKind;
  code: string;
  label: string;
}

const named = (kind: ScopeKind, names: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(names).map(([code, label]) => ({ kind, code, label }));

/** Every benefit of the loaded programmes, once. */
function benefitChoices(policies: Policies): Choice[] {
  const ids = new Set(policies.every().flatMap((policy) => [...policy.benefits.keys()]));
  return [...ids].map((code) => ({ kind: "benefit", code, label: benefitName(policies.every(), code) }));
}

/** Everything that an office can be put in charge of, with its name. */
export async function scopeChoices(db: Database, policies: Policies, region: string): Promise<Choice[]> {
  const kept = await sql<Choice>`
    select 'project' as kind, code, name as label from training_project where starts_with(region, ${region.slice(0, 6)})
    union all
    select 'institution', id::text, name from organisation
      where kind not in ('department', 'bureau', 'enterprise') and starts_with(region, ${region.slice(0, 6)})
    union all
    select 'occupation', occupation, min(occupation_name) from (
      select occupation, occupation_name from admission union all select occupation, occupation_name from training_class) o
    group by occupation
    order by 1, 3`.execute(db);
  return [
    ...kept.rows,
    ...named("group", GROUPS),
    ...benefitChoices(policies),
    ...county().towns.map(({ code, name }): Choice => ({ kind: "town", code, label: name })),
  ];
}

/** Refuses to assign an unknown subject to an office. */
export async function requireChoice({ db, actor, services }: Context, kind: ScopeKind, code: string): Promise<void> {
  const choices = await scopeChoices(db, services.policies, actor.region);
  if (!choices.some((choice) => choice.kind === kind && choice.code === code))
    throw unacceptable("scope-unknown", `没有这个${SCOPE_KINDS[kind]}，请从列表中选择。`, [
      { pointer: "/code", detail: "请从列表中选择" },
    ]);
}
