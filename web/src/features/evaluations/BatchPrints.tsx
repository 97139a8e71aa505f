import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { useDownload } from "../../lists/use-download.ts";
import type { Batch } from "./words.ts";

const PRINTS = [
  ["plan", "计划表", () => true],
  ["tickets", "准考证", (batch) => batch.rooms.length > 0],
  ["seats", "座次表", (batch) => batch.rooms.length > 0],
  ["staff", "派遣表", (batch) => batch.staff.length > 0],
  ["supervision", "督导报告", (batch) => batch.supervision.length > 0],
  ["scores", "成绩登记表", (batch) => batch.results.passed + batch.results.failed > 0],
  ["publicity", "成绩公示", (batch) => batch.publicity !== null],
] as const satisfies readonly (readonly [string, string, (batch: Batch) => boolean])[];

/** The batch's papers to print, as soon as there is something on them. */
export function BatchPrints({ batch }: { batch: Batch }): ReactElement {
  const { busy, save } = useDownload();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-ink-2">打印：</span>
      {PRINTS.filter(([, , ready]) => ready(batch)).map(([kind, title]) => (
        <Button
          key={kind}
          variant="secondary"
          icon="print"
          busy={busy}
          onClick={() =>
            save(`/api/v1/evaluation-batches/${batch.id}/prints/${kind}`, {}, `${title} ${batch.number}.pdf`)
          }
        >
          {title}
        </Button>
      ))}
      {batch.certificates > 0 && (
        <Button
          variant="secondary"
          icon="download"
          busy={busy}
          onClick={() =>
            save(`/api/v1/evaluation-batches/${batch.id}/upload-sheet`, {}, `证书信息上传表 ${batch.number}.xlsx`)
          }
        >
          证书信息上传表
        </Button>
      )}
    </div>
  );
}
