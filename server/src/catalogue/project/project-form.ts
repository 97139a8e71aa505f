import { groups } from "@jinengtong/standards";
import { z } from "zod";
import { CivilDate, Id, Line, Text } from "../../kernel/shapes.ts";

/** A training project or named plan (五.1, 十七) as the bureau fills it in. */
export const ProjectForm = z
  .strictObject({
    code: Line(40),
    name: Line(80, 2),
    kind: z.enum(["named-plan", "project-based"]),
    groups: z.array(z.enum(groups.codes)).max(20).default([]),
    clause: Text(40),
    openFrom: CivilDate,
    openTo: CivilDate.nullable().default(null),
    ownerId: Id.nullable().default(null).describe("主管部门，由它提出名额"),
    warnPercent: z.int().min(1).max(100).default(80).describe("用到百分之几时提醒"),
  })
  .refine((form) => form.openTo === null || form.openTo >= form.openFrom, {
    path: ["openTo"],
    message: "截止日期不能早于开始日期",
  });

/** The form as columns of `training_project`. */
export const projectColumns = (form: z.output<typeof ProjectForm>) => ({
  code: form.code,
  name: form.name,
  kind: form.kind,
  groups: form.groups,
  clause: form.clause,
  open_from: form.openFrom,
  open_to: form.openTo,
  owner_id: form.ownerId,
  warn_percent: form.warnPercent,
});

export const ProjectLine = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(["named-plan", "project-based"]),
  groups: z.array(z.string()),
  clause: z.string(),
  region: z.string(),
  openFrom: CivilDate,
  openTo: CivilDate.nullable(),
  ownerId: Id.nullable(),
  warnPercent: z.int(),
  open: z.boolean(),
});
