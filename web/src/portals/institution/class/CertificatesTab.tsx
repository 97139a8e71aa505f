import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useChange, useApiPages } from "../../../api/hooks.ts";
import type { Output } from "../../../api/client.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { Notice } from "../../../kit/Notice.tsx";
import { CertificatesTable } from "../../../features/certificates/CertificatesTable.tsx";
import { useDownload } from "../../../lists/use-download.ts";
import { pageOf } from "../../../lists/pages.ts";
import { useToast } from "../../../kit/Toast.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

type Issued = Output<Api["certificates"]["issue"]>;

/** Every certificate of the class in one PDF. */
function AllPapers({ training }: { training: TrainingClass }): ReactElement {
  const { busy, save } = useDownload();
  return (
    <Button
      variant="secondary"
      icon="download"
      busy={busy}
      onClick={() => save(`/api/v1/classes/${training.id}/certificates/pdf`, {}, `全班证书 ${training.number}.pdf`)}
    >
      下载全班证书
    </Button>
  );
}

/** 证书: issues 培训合格证书 to all who qualify, and lists why the others don't. */
export function CertificatesTab({ training }: { training: TrainingClass }): ReactElement {
  const [open, setOpen] = useState(false);
  const [result, setResult] = useState<Issued | null>(null);
  const tell = useToast();
  const roster = useApiPages(api.roster.list, { params: { id: training.id }, query: { limit: 200 } }, pageOf);
  const issue = useChange(api.certificates.issue, {
    refresh: [api.certificates.list, api.roster.list, api.homes.institution],
    onSuccess: (found) => {
      setOpen(false);
      setResult(found);
      tell(`已发放 ${found.issued.length} 本证书`);
    },
  });
  const possible = training.state === "running" || training.state === "completed";
  const nameOf = (id: string) => roster.rows.find((row) => row.enrolmentId === id)?.name ?? "学员";
  return (
    <div className="grid gap-4">
      {possible ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-ink-2">课时满、出勤够、结业考核合格的学员可以发证；发证后成绩不能再改。</p>
          <span className="flex flex-wrap gap-2">
            <AllPapers training={training} />
            <Button icon="certificate" onClick={() => setOpen(true)}>
              发放培训合格证书
            </Button>
          </span>
        </div>
      ) : (
        <Notice {...(training.state === "closed" ? { action: <AllPapers training={training} /> } : {})}>
          {training.state === "closed"
            ? "这个班已归档，不再发证；发过的证书在这里查。"
            : `开班后、结业考核合格的学员才能发证。现在这个班是“${training.stateLabel}”。`}
        </Notice>
      )}
      {result !== null && (
        <Card
          title={`本次发放 ${result.issued.length} 本`}
          tone={result.notYet.length > 0 ? "turn" : "plain"}
          action={
            <Button variant="quiet" onClick={() => setResult(null)}>
              收起
            </Button>
          }
        >
          {result.notYet.length === 0 ? (
            <p className="text-ink-2">全班都有证书了。接着可以生成补贴清单。</p>
          ) : (
            <>
              <p className="mb-2 num">{result.notYet.length} 人没有发，原因如下：</p>
              <ul
                className="max-h-80 divide-y divide-line overflow-y-auto border-y border-line"
                tabIndex={0}
                aria-label="没有发证的学员"
              >
                {result.notYet.map((one) => (
                  <li key={one.enrolmentId} className="grid grid-cols-[8rem_1fr] gap-3 py-1.5">
                    <span className="font-medium">{nameOf(one.enrolmentId)}</span>
                    <span className="text-ink-2">{one.reason}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Card>
      )}
      <CertificatesTable classId={training.id} empty="发放后列在这里，可以逐本下载 PDF、整班导出 Excel。" />
      <ConfirmSheet
        open={open}
        onClose={() => setOpen(false)}
        title="发放培训合格证书"
        consequences={[
          "给全班每位课时满、考核合格、还没有证书的学员各发一本，编号连续。",
          "发证日期是今天；学员会收到通知，任何人可凭编号或二维码查验。",
          "发证后这些学员的成绩不能再改；发错的须由人社部门撤销。",
        ]}
        action="发放证书"
        onConfirm={() => issue.mutate({ params: { id: training.id }, body: {} })}
        busy={issue.isPending}
        error={issue.error}
      />
    </div>
  );
}
