import { useQueryClient } from "@tanstack/react-query";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { contractOf } from "../../../api/contract.ts";
import { useChange } from "../../../api/hooks.ts";
import { upload } from "../../../api/upload.ts";
import { CandidatesTable } from "../../../features/evaluations/CandidatesTable.tsx";
import type { Batch, Candidate } from "../../../features/evaluations/words.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { FileUpload } from "../../../kit/FileUpload.tsx";
import { RowAct } from "../../../kit/staff/RowAct.tsx";
import { ReasonDialog } from "../../../kit/staff/ReasonDialog.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { SheetImport } from "../../../lists/SheetImport.tsx";
import { EditCandidateDialog } from "./EditCandidateDialog.tsx";

type Result = Output<Api["evaluationCandidates"]["import"]>;
const wordsOf = ({ registered, known }: Result): string => `新报名 ${registered} 人，${known} 人已报过。`;
const SCAN_BYTES = 10 << 20;
const OPEN = new Set<Batch["state"]>(["draft", "rejected", "approved", "published"]);

/** Candidates of a batch: registered by sheet or class, checked by conditions, one by one where a paper proves something. */
export function BatchCandidates({ batch }: { batch: Batch }): ReactElement {
  const client = useQueryClient();
  const tell = useToast();
  const [importing, setImporting] = useState(false);
  const [asked, setAsked] = useState<{ row: Candidate; verdict: "admitted" | "withdrawn" } | null>(null);
  const [editing, setEditing] = useState<Candidate | null>(null);
  const [papersOf, setPapersOf] = useState<Candidate | null>(null);
  const refresh = [api.evaluationBatches.show, api.evaluationCandidates.list] as const;
  const check = useChange(api.evaluationCandidates.check, {
    refresh,
    onSuccess: ({ admitted, refused }) => tell(`符合 ${admitted} 人，不符合 ${refused} 人`),
  });
  const decide = useChange(api.evaluationCandidates.decide, {
    refresh,
    onSuccess: () => {
      tell("已办理");
      setAsked(null);
    },
  });
  const registered = batch.nodes.some(
    ({ node, metOn, skippedBecause }) => node === "registration" && (metOn !== null || skippedBecause !== null),
  );
  const open = OPEN.has(batch.state) && !registered;
  return (
    <section className="grid gap-3">
      {open && (
        <div className="flex flex-wrap gap-2">
          <Button icon="upload" onClick={() => setImporting(true)}>
            导入考生名单
          </Button>
          <Button
            variant="secondary"
            busy={check.isPending}
            onClick={() => check.mutate({ params: { id: batch.id }, body: {} })}
          >
            按条件审查
          </Button>
        </div>
      )}
      {check.error !== null && <ErrorNotice error={check.error} />}
      <CandidatesTable
        batchId={batch.id}
        {...(open
          ? {
              renderAct: (row: Candidate) => (
                <span className="flex flex-wrap gap-3">
                  <RowAct label={`${row.name} 的材料`} onClick={() => setPapersOf(row)}>
                    材料
                  </RowAct>
                  {(row.state === "entered" || row.state === "refused") && (
                    <RowAct label={`更正 ${row.name} 的申报`} onClick={() => setEditing(row)}>
                      更正
                    </RowAct>
                  )}
                  {row.state === "entered" && (
                    <RowAct label={`${row.name} 符合条件`} onClick={() => setAsked({ row, verdict: "admitted" })}>
                      核对原件
                    </RowAct>
                  )}
                  {(row.state === "entered" || row.state === "admitted") && (
                    <RowAct label={`${row.name} 退出`} onClick={() => setAsked({ row, verdict: "withdrawn" })}>
                      退出
                    </RowAct>
                  )}
                </span>
              ),
            }
          : {})}
      />
      {importing && (
        <SheetImport<Result>
          open
          onClose={() => setImporting(false)}
          title="导入考生名单"
          unit="人"
          address={`/api/v1/evaluation-batches/${batch.id}/candidates/import`}
          template={{ path: "/api/v1/evaluation-candidates/template", name: "考生名单模板.xlsx" }}
          templateLabel="下载模板"
          good={(result) => result.registered}
          outcome={wordsOf}
          onImported={async (result) => {
            tell(wordsOf(result));
            await Promise.all(refresh.map((key) => client.invalidateQueries({ queryKey: [key] })));
          }}
        >
          表头：姓名、身份证号、手机号、工作单位、申报条件（代码）、工作年限、下一级证书编号；补考的填原准考证号。
        </SheetImport>
      )}
      {editing !== null && (
        <EditCandidateDialog candidate={editing} level={batch.level} onClose={() => setEditing(null)} />
      )}
      {papersOf !== null && (
        <Dialog open onClose={() => setPapersOf(null)} title={`${papersOf.name} 的照片和证明`}>
          <div className="grid gap-4">
            {(["photo", "proof"] as const).map((kind) => (
              <FileUpload
                key={kind}
                accept=".pdf,.jpg,.jpeg,.png"
                maxBytes={SCAN_BYTES}
                hint={kind === "photo" ? "证件照，JPG 或 PNG" : "毕业证、工作年限证明等，PDF 或照片，不超过 10 MB"}
                action={kind === "photo" ? "上传照片" : "上传证明"}
                send={(file, options) =>
                  upload(`/api/v1/evaluation-candidates/${papersOf.id}/papers?kind=${kind}`, file, options)
                }
                onDone={() => {
                  tell("已上传");
                  void client.invalidateQueries({ queryKey: [api.evaluationCandidates.list] });
                }}
              />
            ))}
          </div>
        </Dialog>
      )}
      {asked !== null && (
        <ReasonDialog
          open
          onClose={() => setAsked(null)}
          title={asked.verdict === "admitted" ? `${asked.row.name} 符合条件` : `${asked.row.name} 退出本批次`}
          consequences={
            asked.verdict === "admitted"
              ? ["已核对证明原件。平台记录里不符的，仍然不能通过。"]
              : ["考生不再参加本批次，需要的请报下一批次。"]
          }
          action="确定"
          rules={contractOf(api.evaluationCandidates.decide)}
          readBy="人社部门会看到"
          busy={decide.isPending}
          error={decide.error}
          onConfirm={({ text }) =>
            decide.mutate({ params: { id: asked.row.id }, body: { verdict: asked.verdict, reason: text } })
          }
        />
      )}
    </section>
  );
}
