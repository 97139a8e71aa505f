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
  open: z.boolean(),
});
