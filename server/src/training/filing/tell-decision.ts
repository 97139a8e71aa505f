import type { Context } from "../../kernel/context.ts";
import { tellInstitution } from "../class/tell-class.ts";

/** Tells an institution what became of its filing. */
export const tellDecision = (
  context: Context,
  classId: string,
  verdict: "approve" | "return",
  reason: string | null | undefined,
): Promise<void> =>
  tellInstitution(context, classId, "class-decided", (said) =>
    verdict === "approve" ? `开班申请${said}已批准。` : `开班申请${said}已退回补正：${reason ?? ""}`,
  );
