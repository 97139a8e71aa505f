import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant, formatNumber } from "../../kit/format.ts";
import { ProgressBar } from "../../kit/ProgressBar.tsx";
import { Filter } from "../../lists/Filter.tsx";
import { useFilters } from "../../lists/use-filters.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { useList } from "../../lists/use-list.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { DrawSampleDialog } from "./DrawSampleDialog.tsx";
import { frames } from "./sample-frames.ts";

/** Samples drawn so far, reproducible by seed. */
export default function SamplesPage(): ReactElement {
  const [filters, , bind] = useFilters(["frame"]);
  const list = useList(api.samples.list, { usual: "-drawnAt", filters, exportAs: "抽样记录.xlsx" });
  const [drawing, setDrawing] = useState(false);
  return (
    <StaffPage
      title="抽样"
      intro="种子、条件、总体都留下记录，任何人可以照样重抽。"
      actions={
        <Button icon="scan" onClick={() => setDrawing(true)}>
          随机抽样
        </Button>
      }
    >
      <DataTable
        id="audit-samples"
        caption="抽样记录"
        unit="次"
        {...list}
        rowKey={(row) => row.id}
        filters={
          <Filter
            label="抽什么"
            all="全部抽样"
            {...bind("frame")}
            choices={Object.entries(frames).map(([value, { label }]) => ({ value, label }))}
          />
        }
        href={(row) => `/audit/samples/${row.id}`}
        empty={<Empty title="还没有抽过样">点“随机抽样”，从付款、申请、培训班或证书里抽一批来看。</Empty>}
        columns={[
          {
            key: "frame",
            title: "抽什么",
            render: (row) => <span className="font-medium">{row.frameLabel}</span>,
          },
          { key: "filter", title: "条件", render: (row) => row.filterText },
          {
            key: "size",
            sort: "size",
            title: "抽取 / 总体",
            align: "right",
            render: (row) => (
              <span className="num">
                {formatNumber(row.size)} / {formatNumber(row.frameSize)} {frames[row.frame].unit}
              </span>
            ),
          },
          {
            key: "seed",
            title: "种子",
            render: (row) => <code className="num font-mono text-sm break-all">{row.seed}</code>,
          },
          {
            key: "done",
            title: "已查",
            width: "10rem",
            render: (row) => (
              <span className="block w-36">
                <ProgressBar value={Math.min(row.findings, row.size)} max={row.size} label={`已查 ${row.findings}`} />
              </span>
            ),
          },
          {
            key: "by",
            sort: "drawnAt",
            title: "抽样人",
            render: (row) => <span className="num">{`${row.drawnBy} ${formatInstant(row.drawnAt)}`}</span>,
          },
        ]}
      />
      {drawing && <DrawSampleDialog onClose={() => setDrawing(false)} />}
    </StaffPage>
  );
}
