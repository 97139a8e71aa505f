import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";

/** Findings of a filing's checks, errors first, or that there are none. */
export function ChecksList({ classId }: { classId: string }): ReactElement {
  const checks = useApi(api.classes.check, { params: { id: classId } });
  return (
    <section aria-label="系统检查">
      <QueryView query={checks} lines={2}>
        {(data) => (
          <>
            <h3 className="flex flex-wrap items-baseline gap-x-4 text-lg font-semibold">
              系统检查
              {data.findings.length === 0 ? (
                <StatusMark kind="done">没有发现问题</StatusMark>
              ) : (
                <span className="text-base font-normal text-ink-2">
                  {data.errors > 0 && `${data.errors} 处错误`}
                  {data.errors > 0 && data.warnings > 0 && "，"}
                  {data.warnings > 0 && `${data.warnings} 处提醒`}
                </span>
              )}
            </h3>
            {data.findings.length === 0 ? (
              <p className="text-sm text-ink-2">
                机构准入、师资、教室、学员时间冲突、学时、班额和职业道德、安全等通用素质课都已核对。
              </p>
            ) : (
              <ul className="mt-2 divide-y divide-line border-y border-line">
                {data.findings.map((finding) => (
                  <li key={`${finding.code}${finding.where}`} className="flex gap-3 py-1.5">
                    <StatusMark kind={finding.severity === "error" ? "refused" : "late"}>
                      {finding.severity === "error" ? "错误" : "提醒"}
                    </StatusMark>
                    <span>{finding.sentence}</span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </QueryView>
    </section>
  );
}
