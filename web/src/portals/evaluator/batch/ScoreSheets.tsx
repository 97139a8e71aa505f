import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { type Batch, DUTIES, type Way, WAYS } from "../../../features/evaluations/words.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { SheetImport } from "../../../lists/SheetImport.tsx";

type Result = Output<Api["evaluationScores"]["import"]>;
const wordsOf = ({ written, unchanged }: Result): string => `登记 ${written} 人，${unchanged} 人没有变。`;

/** Score sheets by examiner: each examiner's own, from the phone or from a sheet. */
export function ScoreSheets({ batch }: { batch: Batch }): ReactElement {
  const client = useQueryClient();
  const tell = useToast();
  const [sheet, setSheet] = useState<{ id: string; name: string; subject: Way } | null>(null);
  const marking = (way: Way) =>
    batch.staff.filter(
      ({ duty }) => duty === "examiner" || (way === "theory" && ["exam-officer", "invigilator"].includes(duty)),
    );
  return (
    <Card title="评分表" level={3}>
      <p className="mb-3 text-ink-2">
        每人一张，各自独立。考评人员可在手机上登记；也可以把本人签名的评分表导入。技能和评审至少要两份。
      </p>
      <ul className="grid gap-2">
        {batch.ways.flatMap((way) =>
          marking(way).map((one) => (
            <li key={way + one.id} className="flex flex-wrap items-center justify-between gap-2">
              <span>
                {WAYS[way]} · {one.name}
                <span className="ml-2 text-sm text-ink-2">{DUTIES[one.duty]}</span>
              </span>
              <Button
                variant="secondary"
                icon="upload"
                onClick={() => setSheet({ id: one.id, name: one.name, subject: way })}
              >
                导入{one.name}的评分表
              </Button>
            </li>
          )),
        )}
      </ul>
      {sheet !== null && (
        <SheetImport<Result>
          open
          onClose={() => setSheet(null)}
          title={`导入${sheet.name}的${WAYS[sheet.subject]}评分表`}
          unit="人"
          address={`/api/v1/evaluation-duties/${sheet.id}/scores/import`}
          query={`?subject=${sheet.subject}`}
          template={{ path: `/api/v1/evaluation-batches/${batch.id}/candidates/export`, name: "考生花名册.xlsx" }}
          templateLabel="下载考生花名册"
          good={({ written }) => written}
          outcome={wordsOf}
          onImported={async (result) => {
            tell(wordsOf(result));
            await client.invalidateQueries({ queryKey: [api.evaluationBatches.show] });
          }}
        >
          表头：准考证号、姓名、成绩；没有参加的填“缺考”，违纪的填“违纪”。有一行不对，整张表都不登记。
        </SheetImport>
      )}
    </Card>
  );
}
