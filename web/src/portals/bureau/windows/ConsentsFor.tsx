import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { CONSENT_VERSION } from "../../../features/person/consent-version.ts";

const ASKED = [
  { purpose: "real-name", what: "实名登记和处理个人信息：不同意的不能报名、领补贴" },
  { purpose: "publication", what: "公示遮挡后的姓名和补贴金额：不同意的不能领补贴" },
  { purpose: "data-sharing", what: "向就业、社保等部门核验：不同意的由人工核对材料" },
] as const;

/** Consents that are read out to the person, each recorded in their name. */
export function ConsentsFor(): ReactElement {
  const tell = useToast();
  const record = useApi(api.me.record, {});
  const give = useChange(api.me.recordConsent, { refresh: [api.me.record], onSuccess: () => tell("已记下") });
  const given = new Set(record.data?.consents.filter((one) => one.given).map(({ purpose }) => purpose));
  return (
    <Card title="登记和同意">
      <p className="mb-2 text-ink-2">逐条念给本人听，本人同意的才点。</p>
      {give.error !== null && <ErrorNotice error={give.error} />}
      <ul className="divide-y divide-line">
        {ASKED.map(({ purpose, what }) => (
          <li key={purpose} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0 flex-1">{what}</span>
            {given.has(purpose) ? (
              <StatusMark kind="done">已同意</StatusMark>
            ) : (
              <Button
                variant="secondary"
                busy={give.isPending}
                onClick={() => give.mutate({ body: { purpose, given: true, version: CONSENT_VERSION } })}
              >
                本人同意
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
