import { api } from "../../api/api.ts";
import { groups } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { DataTable } from "../../lists/DataTable.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { CatalogueProjectDialog } from "./CatalogueProjectDialog.tsx";
import type { Project } from "./catalogue-lists.ts";

/** Named plans and projects that classes may belong to; the published list is made from them. */
export function CatalogueProjects(): ReactElement {
  const projects = useApi(api.projects.list, { query: {} });
  const [editing, setEditing] = useState<Project | "new" | null>(null);
  return (
    <>
      <DataTable
        id="training-projects"
        caption="培训项目与专项计划"
        unit="项"
        rows={projects.data?.rows ?? []}
        rowKey={(row) => row.id}
        isPending={projects.isPending}
        error={projects.error}
        onRetry={() => void projects.refetch()}
        total={projects.data?.rows.length ?? 0}
        filters={
          <>
            <h2 className="text-lg font-semibold">登记的项目</h2>
            <Button variant="secondary" icon="plus" onClick={() => setEditing("new")}>
              新建项目
            </Button>
          </>
        }
        empty={<Empty title="还没有项目">新建后，机构开班时可以选择它。</Empty>}
        columns={[
          { key: "code", title: "代码", render: (row) => <span className="num">{row.code}</span> },
          { key: "name", title: "名称", render: (row) => <span className="font-medium">{row.name}</span> },
          { key: "kind", title: "类别", render: (row) => (row.kind === "named-plan" ? "专项计划" : "项目制培训") },
          {
            key: "groups",
            title: "面向人群",
            render: (row) =>
              row.groups.length === 0
                ? "不限"
                : row.groups.map((code) => (groups.has(code) ? groups.label(code) : code)).join("、"),
          },
          { key: "clause", title: "条款", render: (row) => row.clause },
          {
            key: "open",
            title: "受理期",
            render: (row) => <span className="num">{formatPeriod(row.openFrom, row.openTo)}</span>,
          },
          {
            key: "state",
            title: "状态",
            render: (row) => (
              <StatusMark kind={row.open ? "doing" : "ended"}>{row.open ? "受理中" : "未受理"}</StatusMark>
            ),
          },
          {
            key: "act",
            title: "办理",
            render: (row) => (
              <Button variant="quiet" label={`修改 ${row.name}`} onClick={() => setEditing(row)}>
                修改
              </Button>
            ),
          },
        ]}
      />
      {editing !== null && (
        <CatalogueProjectDialog {...(editing === "new" ? {} : { project: editing })} onClose={() => setEditing(null)} />
      )}
    </>
  );
}
