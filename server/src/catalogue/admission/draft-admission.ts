import { findOccupation } from "@jinengtong/standards";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { operation } from "../../kernel/operation.ts";
import { unacceptable } from "../../kernel/problem.ts";
import { Done, Id, Line, Text } from "../../kernel/shapes.ts";
import { requireOwnPapers } from "../../organisations/index.ts";
import { APPLICANTS } from "./admission-view.ts";
import { Level } from "../list/lists.ts";

/** Limit of papers: nobody reads more. */
export const MOST_PAPERS = 30;

/** Application form. The same for everyone: ownership of the organisation isn't asked. */
export const AdmissionForm = z.strictObject({
  activity: z.enum(["training", "evaluation"]),
  occupation: Line(30),
  occupationName: Line(60).optional(),
  level: Level,
  statement: Text(5_000, 0).default(""),
  evidenceFileIds: z.array(Id).max(MOST_PAPERS).default([]),
  annualCapacity: z.number().int().min(1).max(100_000).nullable().default(null),
});

/** Begins an application for admission to one occupation and level. */
export const draftAdmission = operation({
  method: "POST",
  path: "/api/v1/admissions",
  summary: "新建准入申请",
  permission: { roles: APPLICANTS },
  body: AdmissionForm,
  output: Done,
  async run(context, { body }) {
    const row = await context.db
      .insertInto("admission")
      .values({
        ...(await admissionColumns(context, body)),
        organisation_id: context.actor.organisationId ?? "",
        created_at: context.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "admission", id: row.id });
    return row;
  },
});

/** The form as columns; refuses an unknown occupation and papers of another organisation. */
export async function admissionColumns(context: Context, form: z.output<typeof AdmissionForm>) {
  const name = findOccupation(form.occupation)?.name ?? form.occupationName;
  if (name === undefined)
    throw unacceptable("occupation-unnamed", "职业分类中没有这个编码，请填写名称。", [
      { pointer: "/occupationName", detail: "请填写职业（工种）名称" },
    ]);
  await requireOwnPapers(context, form.evidenceFileIds);
  return {
    activity: form.activity,
    occupation: form.occupation,
    occupation_name: name,
    level: form.level,
    statement: form.statement,
    evidence_file_ids: form.evidenceFileIds,
    annual_capacity: form.annualCapacity,
  };
}
