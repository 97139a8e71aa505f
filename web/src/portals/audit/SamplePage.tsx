import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link, useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { formatInstant, formatNumber } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { DataTable } from "../../lists/DataTable.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { FindingDialog } from "./FindingDialog.tsx";
import { frames, verdicts, type Sample } from "./sample-frames.ts";
import { SampleVerification } from "./SampleVerification.tsx";

type Item = Sample["items"][number];

/** One sample: how it was drawn, proof of reproducibility, and findings. */
export default function SamplePage(): ReactElement {
  const { id = "" } = useParams();
  const sample = useApi(api.samples.show, { params: { id } });
  const [looking, setLooking] = useState<Item | null>(null);
  return (
    <QueryView query={sample} lines={10}>
      {(data) => {
        const frame = frames[data.frame];
        const found = Map.groupBy(data.found, (finding) => finding.subjectId);
        return (
          <StaffPage
            title={`${data.frameLabel}抽样 ${formatNumber(data.size)} ${frame.unit}`}
            intro={<span className="num">{`${data.drawnBy} 抽于 ${formatInstant(data.drawnAt)}`}</span>}
          >
            <section className="grid gap-4 rounded-md border border-line bg-sheet p-4">
              <FactList
                columns={3}
                facts={[
                  {
                    label: "总体",
                    value: (
                      <span className="num">
                        {formatNumber(data.frameSize)} {frame.unit}
                      </span>
                    ),
                  },
                  { label: "条件", value: data.filterText },
                  { label: "种子", value: <code className="num font-mono text-sm break-all">{data.seed}</code> },
                ]}
              />
              <SampleVerification id={id} unit={frame.unit} />
            </section>
            <DataTable
              id="sample-items"
              caption="抽中的记录"
              unit={frame.unit}
              rows={data.items.map((item, index) => ({ ...item, index }))}
              rowKey={(row) => row.id}
              total={data.items.length}
              exportTo={{ path: `/api/v1/audit-samples/${id}/export`, name: "抽样.xlsx" }}
              filters={
                <span className="num text-ink-2">
                  已查 <strong className="font-semibold text-ink">{found.size}</strong> / {data.items.length}{" "}
                  {frame.unit}
                </span>
              }
              columns={[
                {
                  key: "n",
                  title: "序",
                  align: "right",
                  width: "3rem",
                  render: (row) => <span className="num text-ink-3">{row.index + 1}</span>,
                },
                {
                  key: "number",
                  title: "编号",
                  render: (row) => (
                    <Link
                      to={frame.href(row.id, row.number)}
                      className="num font-medium underline decoration-accent-line underline-offset-4 hover:text-accent"
                    >
                      {row.number}
                    </Link>
                  ),
                },
                { key: "title", title: data.frame === "classes" ? "培训班" : "内容", render: (row) => row.title },
                {
                  key: "amount",
                  title: "金额",
                  align: "right",
                  render: (row) => (row.amountFen === null ? "—" : <Money fen={row.amountFen} exact />),
                },
                {
                  key: "verdict",
                  title: "结论",
                  render: (row) => {
                    const last = found.get(row.id)?.at(-1);
                    if (last === undefined) return <StatusMark kind="waiting">未查</StatusMark>;
                    return <StatusMark kind={verdicts[last.verdict].kind}>{last.verdictLabel}</StatusMark>;
                  },
                },
                {
                  key: "note",
                  title: "说明",
                  render: (row) => (
                    <span className="text-ink-2">
                      {found
                        .get(row.id)
                        ?.map((each) => each.note)
                        .join("；") ?? ""}
                    </span>
                  ),
                },
                {
                  key: "act",
                  title: "办理",
                  render: (row) => (
                    <Button variant="secondary" label={`登记 ${row.number} 的结果`} onClick={() => setLooking(row)}>
                      {found.has(row.id) ? "再登记" : "登记结果"}
                    </Button>
                  ),
                },
              ]}
            />
            {looking !== null && (
              <FindingDialog
                sampleId={id}
                item={looking}
                earlier={found.get(looking.id) ?? []}
                onClose={() => setLooking(null)}
              />
            )}
          </StaffPage>
        );
      }}
    </QueryView>
  );
}
