import { formatClassHours, formatYuan } from "@jinengtong/standards";
import { notifyOrganisation } from "../../access/index.ts";
import { listBasis } from "../../catalogue/index.ts";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import type { Subscription } from "../../kernel/queue.ts";
import { classSaid } from "../class/tell-class.ts";

/** Notifies institutions, and enterprises with a class of their own, whose classes ahead have another standard in the new version. */
export const tellOfNewList: Subscription<"list-published"> = {
  event: "list-published",
  name: "tell-of-new-list",
  title: "通知目录调整涉及的开班单位",
  async run(context, { versionId }) {
    const told = new Map<string, Touched[]>();
    for (const each of await touchedBy(context, versionId))
      for (const id of new Set([each.organisation_id, each.enterprise_id]))
        if (id !== null) told.set(id, [...(told.get(id) ?? []), each]);
    for (const [organisationId, classes] of told)
      await notifyOrganisation(context, organisationId, { template: "list-touches-classes", text: sentence(classes) });
  },
};

interface Touched {
  name: string;
  number: string;
  organisation_id: string;
  enterprise_id: string | null;
  filed: boolean;
  starts_on: string;
  version: number;
  effective_from: string;
  list: "occupations" | "shortage";
  /** Of the new version; null where it no longer lists the occupation at that level. */
  fen: number | null;
  hours: number | null;
  short: boolean;
}

/** Classes that begin under the version and to which it gives another price, other hours, or another place on the shortage list. */
async function touchedBy(context: Context, versionId: string): Promise<Touched[]> {
  const found = await sql<Touched>`
    select c.name, c.number, c.organisation_id, c.enterprise_id, c.state in ('submitted', 'approved') as filed, c.starts_on,
      n.version, n.effective_from, n.list, b.training_fen + b.assessment_fen as fen, b.required_hours as hours, t.short
    from catalogue_version n
    join catalogue_version p on p.list = n.list and p.region = n.region and p.version = n.version - 1
    join training_class c on starts_with(c.town, n.region) and c.starts_on >= n.effective_from
      and c.state in ('draft', 'submitted', 'returned', 'approved')
    left join training_standard a on a.version_id = p.id and a.occupation = c.occupation and a.level = c.level
    left join training_standard b on b.version_id = n.id and b.occupation = c.occupation and b.level = c.level
    cross join lateral (select
      exists (select from shortage_occupation s where s.version_id = p.id and s.occupation = c.occupation) as was,
      exists (select from shortage_occupation s where s.version_id = n.id and s.occupation = c.occupation) as short) t
    where n.id = ${versionId} and ((a.training_fen, a.assessment_fen, a.required_hours) is distinct from
      (b.training_fen, b.assessment_fen, b.required_hours) or t.was <> t.short)
    order by c.starts_on, c.number`.execute(context.db);
  return found.rows;
}

/** The changes for their classes, and the step that an organisation has to take. */
function sentence(classes: readonly Touched[]): string {
  const [first] = classes;
  if (!first) return "";
  const list = first.list === "occupations" ? "补贴性职业（工种）目录" : "紧缺职业（工种）目录";
  const named = classes.slice(0, 3).map((each) => `${classSaid(each)}${change(each)}`);
  const filed = classes.filter((each) => each.filed);
  return [
    `${list}第 ${first.version} 版自 ${first.effective_from} 起生效，涉及贵单位待开的 ${classes.length} 个班：`,
    `${named.join("；")}${classes.length > named.length ? "等" : ""}。`,
    filed.length === 0 ? "" : filedUnder(filed),
    filed.length === classes.length ? "" : "还没有提交的，请按新目录核对课时后再提交。",
  ].join("");
}

const change = ({ list, fen, hours, short }: Touched): string => {
  if (list === "shortage") return short ? "列入紧缺" : "不再列入紧缺";
  return fen === null || hours === null ? "不再列入目录" : `改为 ${formatYuan(fen)} 元、${formatClassHours(hours)}`;
};

function filedUnder(filed: readonly Touched[]): string {
  const byDay = filed.filter((each) => listBasis(each.starts_on) === "first-day").length;
  if (byDay === 0) return "已经提交的，补贴标准和课时都按提交时的目录核定，不需要改。";
  return "已经提交的，计划课时达到新目录的按新目录核定，达不到的补贴标准和课时都按提交时的目录核定。";
}
