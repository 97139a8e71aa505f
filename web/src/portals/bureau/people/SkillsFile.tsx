import { api } from "../../../api/api.ts";
import { certificateKinds } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { formatPeriod } from "../../../kit/format.ts";
import { Hours } from "../../../kit/Hours.tsx";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { RecordList } from "../../../kit/RecordList.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";

const STATES = {
  enrolled: { kind: "doing", label: "在读" },
  completed: { kind: "done", label: "结业" },
  failed: { kind: "refused", label: "未结业" },
} as const;

/** Skills file: classes with hours, certificates, points. */
export function SkillsFile({ personId }: { personId: string }): ReactElement {
  const file = useApi(api.skillsFile.ofPerson, { params: { id: personId } });
  return (
    <QueryView query={file} lines={8}>
      {(data) => (
        <div className="grid gap-6">
          <p className="num text-ink-2">
            累计学分 <span className="text-2xl font-semibold text-ink">{data.credits.total.toFixed(2)}</span>
          </p>
          <section>
            <h3 className="mb-2 text-lg font-semibold">培训经历</h3>
            {data.classes.length === 0 ? (
              <Empty title="还没有参加过培训">报名入班后记录在这里。</Empty>
            ) : (
              <RecordList
                caption="培训经历"
                rows={data.classes}
                rowKey={(row) => row.enrolmentId}
                href={(row) => `/bureau/classes/${row.classId}`}
                columns={[
                  { key: "name", title: "培训班", onPhone: "title", render: (row) => row.name },
                  { key: "institution", title: "培训机构", render: (row) => row.institution },
                  {
                    key: "period",
                    title: "起止",
                    render: (row) => <span className="num">{formatPeriod(row.from, row.to)}</span>,
                  },
                  {
                    key: "state",
                    title: "结果",
                    onPhone: "aside",
                    render: (row) => <StatusMark kind={STATES[row.state].kind}>{STATES[row.state].label}</StatusMark>,
                  },
                  {
                    key: "hours",
                    title: "计入学时",
                    align: "right",
                    render: (row) => <Hours value={row.countedHours} of={row.requiredHours} />,
                  },
                ]}
              />
            )}
          </section>
          <section>
            <h3 className="mb-2 text-lg font-semibold">证书</h3>
            {data.certificates.length === 0 ? (
              <Empty title="还没有证书">平台发放或核验通过的证书记录在这里。</Empty>
            ) : (
              <RecordList
                caption="证书"
                rows={data.certificates}
                rowKey={(row) => row.id}
                columns={[
                  {
                    key: "number",
                    title: "证书编号",
                    onPhone: "title",
                    render: (row) => <span className="num font-mono text-sm">{row.number}</span>,
                  },
                  { key: "kind", title: "种类", render: (row) => certificateKinds.label(row.kind) },
                  { key: "project", title: "职业与等级", render: (row) => projectLabel(row.occupationName, row.level) },
                  { key: "issuer", title: "发证机构", render: (row) => row.issuerName },
                  { key: "on", title: "发证日期", render: (row) => <span className="num">{row.issuedOn}</span> },
                  {
                    key: "state",
                    title: "状态",
                    onPhone: "aside",
                    render: (row) =>
                      row.revokedOn === null ? (
                        <StatusMark kind="done">有效</StatusMark>
                      ) : (
                        <StatusMark kind="refused">已撤销</StatusMark>
                      ),
                  },
                ]}
              />
            )}
          </section>
        </div>
      )}
    </QueryView>
  );
}
