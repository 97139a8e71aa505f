import { regionName } from "@jinengtong/county";
import { z } from "zod";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { scanReply } from "../../kernel/scans.ts";
import { ById, fileOutput, pageOf } from "../../kernel/shapes.ts";
import {
  SUBSTITUTION_ORDER,
  SubstitutionAsked,
  substitutionsAbout,
  SubstitutionFilter,
  substitutionOwner,
  substitutionPage,
  SubstitutionRow,
  substitutionsOf,
  SubstitutionTask,
} from "./substitution-rows.ts";

/** `GET /api/v1/me/substitutions`: what a person declared, and what relatives declared about them. */
export const mySubstitutions = operation({
  method: "GET",
  path: "/api/v1/me/substitutions",
  summary: "我替亲属参加培训的申报",
  permission: { roles: ["learner"] },
  output: z.strictObject({
    substitutions: z.array(SubstitutionRow),
    about: z.array(SubstitutionAsked).describe("亲属申报替我参加的"),
  }),
  run: async ({ db, actor }) => ({
    substitutions: await substitutionsOf(db, actor.personId ?? ""),
    about: await substitutionsAbout(db, actor.personId ?? ""),
  }),
});

/** `GET /api/v1/substitutions`: work list of the office, longest wait first; undecided ones by default. */
export const listSubstitutions = operation({
  method: "GET",
  path: "/api/v1/substitutions",
  summary: "替亲属参加培训的申报",
  permission: { roles: ["reviewer", "department", "auditor"] },
  query: SUBSTITUTION_ORDER.query.extend(SubstitutionFilter.shape),
  output: pageOf(SubstitutionTask),
  run: (context, { query }) => substitutionPage(context, query, query),
});

const CONSENT = { none: "", given: "本人在平台同意", paper: "签有同意书", refused: "不同意" } as const;

/** 代训登记表: the same as a workbook, numbers masked. */
export const exportSubstitutions = exportOf(listSubstitutions, {
  title: "代训登记表",
  columns: [
    { header: "受训人", value: (row) => row.person.name },
    { header: "受训人身份号码", width: 22, value: (row) => row.person.citizenIdMasked },
    { header: "是对方的", value: (row) => row.relationLabel },
    { header: "被代替人", value: (row) => row.principal.name },
    { header: "被代替人身份号码", width: 22, value: (row) => row.principal.citizenIdMasked },
    { header: "被代替人类别", width: 24, value: (row) => row.principalGroups.join("、") },
    { header: "镇（街道）", value: (row) => regionName(row.person.town) },
    { header: "被代替人同意", value: (row) => CONSENT[row.consent] },
    { header: "关系证明", value: (row) => row.proofLabel },
    { header: "起", value: (row) => row.validFrom },
    { header: "止", value: (row) => row.validTo },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "等待天数", kind: "number", value: (row) => row.waitingDays },
  ],
});

/** `GET /api/v1/substitutions/:id/evidence`: the proof of the relation. */
export const substitutionEvidence = operation({
  method: "GET",
  path: "/api/v1/substitutions/:id/evidence",
  summary: "查看亲属关系证明",
  permission: { roles: ["learner", "reviewer", "department", "auditor"], over: substitutionOwner },
  params: ById,
  output: fileOutput,
  async run(context, { params }) {
    const row = await context.db
      .selectFrom("substitution")
      .select("evidence_file_id")
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!row) throw notFound("关系证明");
    return scanReply(context, row.evidence_file_id);
  },
});
