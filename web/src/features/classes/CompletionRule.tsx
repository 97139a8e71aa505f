import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";

/** The conditions of completing a class: its hours and the county's rule of attendance, in one sentence. */
export function CompletionRule({ classId }: { classId: string }): ReactElement | null {
  const rule = useApi(api.attendanceRules.ofClass, { params: { id: classId } });
  return rule.data === undefined ? null : <p className="text-sm text-ink-2">结业要求：{rule.data.sentence}</p>;
}
