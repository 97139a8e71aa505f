import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { checkClass } from "./check-rules.ts";
import { classFacts } from "./class-facts.ts";
import { classOwner } from "../owners.ts";
import { CLASS_READERS } from "../class/visible.ts";

const Findings = z.object({
  findings: z.array(
    z.object({ code: z.string(), severity: z.enum(["error", "warning"]), sentence: z.string(), where: z.string() }),
  ),
  errors: z.number().int(),
  warnings: z.number().int(),
});

/** Checks the whole filing before it is submitted and returns all findings. */
export const checkFiling = operation({
  method: "GET",
  path: "/api/v1/classes/:id/checks",
  summary: "检查开班计划",
  permission: { roles: CLASS_READERS, over: classOwner },
  scope: "classes:read",
  params: ById,
  output: Findings,
  async run(context, { params }) {
    const findings = checkClass(await classFacts(context, params.id));
    const errors = findings.filter((finding) => finding.severity === "error").length;
    return { findings, errors, warnings: findings.length - errors };
  },
});
