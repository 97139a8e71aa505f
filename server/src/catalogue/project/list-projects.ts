import { county } from "@jinengtong/county";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ProjectLine } from "./project-form.ts";

/** Training projects and named plans, for anyone; those open to classes today first. */
export const listProjects = operation({
  method: "GET",
  path: "/api/v1/training-projects",
  summary: "培训项目列表",
  permission: { public: true },
  query: z.object({
    region: z
      .string()
      .max(9)
      .default(() => county().region.code),
    open: z.enum(["true"]).optional(),
  }),
  output: z.object({ rows: z.array(ProjectLine) }),
  async run(context, { query }) {
    const found = await context.db
      .selectFrom("training_project")
      .selectAll()
      .where("region", "=", query.region)
      .orderBy("code")
      .execute();
    const rows = found.map((row) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      kind: row.kind,
      groups: row.groups,
      clause: row.clause,
      region: row.region,
      openFrom: row.open_from,
      openTo: row.open_to,
      ownerId: row.owner_id,
      warnPercent: row.warn_percent,
      open: row.open_from <= context.today && (row.open_to === null || context.today <= row.open_to),
    }));
    return {
      rows: query.open ? rows.filter((row) => row.open) : rows.toSorted((a, b) => Number(b.open) - Number(a.open)),
    };
  },
});
