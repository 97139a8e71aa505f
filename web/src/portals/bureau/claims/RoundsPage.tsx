import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { Money } from "../../../kit/Money.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { DataTable } from "../../../lists/DataTable.tsx";
import { WordsFilter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";

const LINK = "inline-flex min-h-(--touch) items-center text-accent underline underline-offset-4";

/** Rounds of publicity with their notices for the board. */
export default function RoundsPage(): ReactElement {
  const [filters, , bind] = useFilters(["q"]);
  const list = useList(api.publicity.rounds, { usual: "-sequence", filters, exportAs: "公示批次.xlsx" });
  return (
    <StaffPage
      title="公示批次"
      intro="每一批的公告按公示时的内容打印，姓名隐去中间的字。"
      actions={
        <Button variant="secondary" to="/bureau/publicity">
          去编批
        </Button>
      }
    >
      <DataTable
        id="publicity-rounds"
        caption="公示批次"
        unit="批"
        {...list}
        rowKey={(row) => row.id}
        filters={<WordsFilter label="文号或申请编号" {...bind("q")} />}
        empty={<Empty title="没有公示批次">在“公示”选择已核定的申请，编成第一批。</Empty>}
        columns={[
          {
            key: "title",
            sort: "sequence",
            title: "批次",
            render: (row) => <span className="num font-medium">{row.title}</span>,
          },
          { key: "document", title: "文号", render: (row) => row.document ?? "—" },
          {
            key: "period",
            sort: "from",
            title: "公示期",
            render: (row) => <span className="num">{`${row.from} 至 ${row.to.slice(5)}`}</span>,
          },
          {
            key: "running",
            title: "状态",
            render: (row) => (
              <StatusMark kind={row.running ? "doing" : "done"}>{row.running ? "公示中" : "公示期满"}</StatusMark>
            ),
          },
          { key: "openedBy", title: "编批", render: (row) => row.openedBy ?? "自动" },
          {
            key: "claims",
            sort: "claims",
            title: "笔数",
            align: "right",
            render: (row) => <span className="num">{row.claims}</span>,
          },
          {
            key: "total",
            sort: "totalFen",
            title: "金额",
            align: "right",
            render: (row) => <Money fen={row.totalFen} exact />,
          },
          {
            key: "notice",
            title: "公告",
            render: (row) => (
              <span className="flex gap-4">
                <a className={LINK} href={`/api/v1/publicity/rounds/${row.id}/notice`}>
                  PDF
                </a>
                <a
                  className={LINK}
                  href={`/api/v1/publicity/rounds/${row.id}/notice?as=html`}
                  target="_blank"
                  rel="noreferrer"
                >
                  网页
                </a>
              </span>
            ),
          },
        ]}
      />
    </StaffPage>
  );
}
