import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { checkApart } from "./apart.ts";
import { ProblemShape, showProblem } from "./draft-problems.ts";
import { filesOfDraft, readDraft } from "./draft-record.ts";

/** `GET /api/v1/policy-drafts/:id/check`: everything that is wrong with a draft, its worked cases included. */
export const checkDraft = operation({
  method: "GET",
  path: "/api/v1/policy-drafts/:id/check",
  summary: "检查政策草案",
  permission: { roles: ["reviewer", "auditor"] },
  perMinute: 60,
  params: ById,
  output: z.strictObject({
    revision: z.number().int(),
    errors: z.number().int(),
    problems: z.array(ProblemShape),
  }),
  async run(context, { params }) {
    const { revision } = await readDraft(context.db, params.id);
    const problems = await checkApart(await filesOfDraft(context.db, params.id));
    return {
      revision,
      errors: problems.filter(({ severity }) => severity === "error").length,
      problems: problems.map(showProblem),
    };
  },
});
