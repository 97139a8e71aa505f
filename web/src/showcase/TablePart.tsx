import { useState, type ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { formatPeriod } from "../kit/format.ts";
import { Money } from "../kit/Money.tsx";
import { SearchBox } from "../kit/SearchBox.tsx";
import { Select } from "../kit/Select.tsx";
import { StatusMark } from "../kit/StatusMark.tsx";
import { DataTable } from "../lists/DataTable.tsx";
import { ImportDialog } from "../kit/staff/ImportDialog.tsx";
import { StaffFrame } from "../frame/StaffFrame.tsx";
import { StaffPage } from "../kit/staff/StaffPage.tsx";
import { bureau, officer } from "./sample.ts";

const rows = Array.from({ length: 22 }, (_, index) => ({
  id: `BJ-2020-${String(index + 117).padStart(4, "0")}`,
  name: ["养老护理员五级", "焊工五级", "电子商务师四级", "中式烹调师五级", "电工四级"][index % 5] ?? "",
  school: ["示例县益民职业培训学校", "示例县职业技术学校", "汇智职业培训中心"][index % 3] ?? "",
  town: ["示例街道", "青石镇", "经济开发区", "双河镇"][index % 4] ?? "",
  from: "2020-03-02",
  to: "2020-03-20",
  people: 24 + ((index * 7) % 26),
  attended: 96 - ((index * 5) % 23),
  fen: 120000 * (24 + ((index * 7) % 26)),
  state: (["doing", "waiting", "done", "late"] as const)[index % 4] ?? "doing",
}));

const words = { doing: "在训", waiting: "待考核", done: "已结业", late: "考勤异常" } as const;

export default function TablePart(): ReactElement {
  const [sort, setSort] = useState<"-from" | "from" | "id" | "-id">("-from");
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [importing, setImporting] = useState(false);
  return (
    <StaffFrame portal={bureau} account={officer}>
      <StaffPage
        title="在训班级"
        intro="今天 38 个班上课，2 个班考勤有异常。"
        actions={
          <>
            <Button variant="secondary" icon="upload" onClick={() => setImporting(true)}>
              导入名册
            </Button>
            <Button icon="plus">登记抽查</Button>
          </>
        }
      >
        <DataTable
          id="kit-classes"
          caption="在训班级"
          unit="期"
          rows={rows}
          rowKey={(row) => row.id}
          href={(row) => `/kit/table?${row.id}`}
          sorting={{ sort, onSort: setSort }}
          selection={{ keys, onChange: setKeys }}
          selectionActions={<Button variant="secondary">抽查所选班级</Button>}
          exportTo={{ path: "/api/v1/classes/export", name: "在训班级.xlsx" }}
          total={1204}
          hasMore
          filters={
            <>
              <span className="w-64">
                <SearchBox value="" onSearch={() => undefined} label="班级、机构" />
              </span>
              <Select
                className="w-32"
                aria-label="乡镇"
                value=""
                onChange={() => undefined}
                placeholder="全部乡镇"
                choices={[{ value: "a", label: "示例街道" }]}
              />
              <Select
                className="w-32"
                aria-label="状态"
                value=""
                onChange={() => undefined}
                placeholder="全部状态"
                choices={[{ value: "a", label: "在训" }]}
              />
            </>
          }
          columns={[
            { key: "id", title: "班级编号", sort: "id", render: (row) => <span className="num">{row.id}</span> },
            { key: "name", title: "工种与等级", render: (row) => row.name },
            { key: "school", title: "机构", render: (row) => row.school },
            { key: "town", title: "乡镇", render: (row) => row.town },
            {
              key: "from",
              sort: "from",
              title: "培训时间",
              render: (row) => <span className="num">{formatPeriod(row.from, row.to)}</span>,
            },
            { key: "people", title: "人数", align: "right", render: (row) => row.people },
            { key: "attended", title: "出勤率", align: "right", render: (row) => `${row.attended}%` },
            { key: "fen", title: "预计补贴", align: "right", render: (row) => <Money fen={row.fen} /> },
            {
              key: "state",
              title: "状态",
              render: (row) => <StatusMark kind={row.state}>{words[row.state]}</StatusMark>,
            },
          ]}
        />
      </StaffPage>
      <ImportDialog
        open={importing}
        onClose={() => setImporting(false)}
        title="导入学员名册"
        unit="人"
        onTemplate={() => undefined}
        onMarked={() => undefined}
        onAccept={() => Promise.resolve()}
        good={() => 47}
        preview={() =>
          Promise.resolve({
            rows: 50,
            errorRows: 3,
            errors: [
              {
                rowNumber: 7,
                column: "身份证号",
                value: "5199***********01",
                sentence: "应为 18 位，这里只有 17 位。",
              },
              { rowNumber: 12, column: "手机号", value: "", sentence: "必填，用来发上课通知。" },
              { rowNumber: 31, column: "姓名", value: "王*", sentence: "与身份证登记的姓名不一致，请核对。" },
            ],
            warnings: [],
            unreadColumns: ["文化程度"],
            notes: ["第 52 行（合计）是合计或说明，不是名单，没有读取。"],
          })
        }
      />
    </StaffFrame>
  );
}
