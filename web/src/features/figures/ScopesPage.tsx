import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi, useChange } from "../../api/hooks.ts";
import { useSession } from "../../api/session.ts";
import { Button } from "../../kit/Button.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RecordList } from "../../kit/RecordList.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { ScopeDialog } from "./ScopeDialog.tsx";
import type { Scopes } from "./scopes.ts";

type Scope = Scopes["rows"][number];

/** Responsibilities of offices (十六 and the annex): figures are split by them, targets counted, and a department sees its own. */
export default function ScopesPage(): ReactElement {
  const scopes = useApi(api.departmentScopes.list, {});
  const session = useSession();
  const role = session.data?.account?.role;
  const mayWrite = role === "reviewer" || role === "admin";
  const [adding, setAdding] = useState<string | null>(null);
  const [removing, setRemoving] = useState<Scope | null>(null);
  return (
    <StaffPage
      title="部门分工"
      intro="按项目、机构、职业、人群、补贴、镇街的先后认定一笔数归哪个部门；部门只看得到归它的统计。"
      actions={
        mayWrite && (
          <Button icon="plus" onClick={() => setAdding("")}>
            设定职责范围
          </Button>
        )
      }
    >
      <QueryView query={scopes} lines={8}>
        {(data) => {
          const offices = data.departments
            .map((office) => ({ ...office, rows: data.rows.filter((row) => row.departmentId === office.id) }))
            .filter((office) => office.rows.length > 0);
          return (
            <>
              {offices.length === 0 && (
                <Empty title="还没有设定部门分工">
                  {mayWrite ? "点“设定职责范围”，说明哪个部门负责什么。" : "由人社部门设定后会列在这里。"}
                  设定之前，各部门的统计是空的。
                </Empty>
              )}
              {offices.map((office) => (
                <section
                  key={office.id}
                  aria-labelledby={`office-${office.id}`}
                  className="rounded-md border border-line bg-sheet p-4"
                >
                  <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
                    <h2 id={`office-${office.id}`} className="text-lg font-semibold">
                      {office.name}
                      <span className="num ml-3 text-sm font-normal text-ink-2">{office.rows.length} 项</span>
                    </h2>
                    {mayWrite && (
                      <Button
                        variant="quiet"
                        icon="plus"
                        label={`为${office.name}增加职责范围`}
                        onClick={() => setAdding(office.id)}
                      >
                        增加
                      </Button>
                    )}
                  </div>
                  <RecordList
                    caption={`${office.name}的职责范围`}
                    rows={office.rows}
                    rowKey={(row) => `${row.kind}/${row.code}`}
                    columns={[
                      { key: "label", title: "负责什么", onPhone: "title", render: (row) => row.label },
                      { key: "kind", title: "种类", onPhone: "aside", render: (row) => row.kindLabel },
                      { key: "clause", title: "依据条款", render: (row) => <span className="num">{row.clause}</span> },
                      ...(mayWrite
                        ? [
                            {
                              key: "act",
                              title: "办理",
                              align: "right" as const,
                              render: (row: Scope) => (
                                <Button
                                  variant="quiet"
                                  label={`取消${row.department}的${row.label}`}
                                  onClick={() => setRemoving(row)}
                                >
                                  取消
                                </Button>
                              ),
                            },
                          ]
                        : []),
                    ]}
                  />
                </section>
              ))}
              {adding !== null && <ScopeDialog scopes={data} departmentId={adding} onClose={() => setAdding(null)} />}
            </>
          );
        }}
      </QueryView>
      {removing !== null && <RemoveScope scope={removing} onClose={() => setRemoving(null)} />}
    </StaffPage>
  );
}

function RemoveScope({ scope, onClose }: { scope: Scope; onClose: () => void }): ReactElement {
  const tell = useToast();
  const remove = useChange(api.departmentScopes.remove, {
    refresh: [api.departmentScopes.list],
    onSuccess: () => {
      tell("已取消，统计在几分钟内更新");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      danger
      onClose={onClose}
      title={`取消 ${scope.department}：${scope.label}`}
      consequences={[
        `“${scope.label}”不再归${scope.department}；归别的部门的，按其余分工认定。`,
        "统计和目标进度在几分钟内按新的分工重算。",
      ]}
      action="取消这项分工"
      busy={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate({ body: { kind: scope.kind, code: scope.code } })}
    />
  );
}
