import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useSearchParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { dateOf, formatPeriod, formatYuan } from "../../../kit/format.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { usePolicy } from "../../../features/claims/use-policy.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { ApprovalSheet } from "../../../kit/staff/ApprovalSheet.tsx";
import { RosterPrint } from "../../../features/classes/RosterPrint.tsx";
import type { SheetProps } from "./sheet-props.ts";

/** 补贴审批表 with the listed learners to sign below it. */
export function SubsidySheet({ training, organisation }: SheetProps): ReactElement {
  const [search] = useSearchParams();
  const lists = useApi(api.subsidyLists.ofClass, { params: { id: training.id } });
  const id = search.get("list") ?? lists.data?.rows[0]?.id ?? "";
  const list = useApi(api.subsidyLists.show, { params: { id } }, { enabled: id !== "" });
  const policy = usePolicy(training.policyId);
  if (lists.data?.rows.length === 0) return <Empty title="还没有补贴清单">先在“补贴清单”里生成。</Empty>;
  return (
    <QueryView query={list} lines={10}>
      {({ list: head, rows }) => {
        const listed = rows.filter((row) => row.included);
        const number = `${training.number}-${head.version}`;
        return (
          <div className="grid gap-6">
            <ApprovalSheet
              title="职业技能培训补贴审批表"
              number={number}
              on={dateOf(head.submittedAt ?? head.generatedAt)}
              facts={[
                { label: "申请单位", value: organisation, wide: true },
                { label: "培训班", value: `${training.name}（${training.number}）`, wide: true },
                { label: "职业等级", value: projectLabel(training.occupationName, training.level) },
                { label: "培训时间", value: formatPeriod(training.startsOn, training.endsOn) },
                { label: "补贴项目", value: policy.benefitTitle(training.benefit) },
                { label: "培训课时", value: `${training.requiredHours} 课时` },
                { label: "列入人数", value: `${head.people} 人` },
                { label: "申请金额", value: `${formatYuan(head.totalFen, { fen: "always" })} 元` },
              ]}
              steps={[
                { title: "申请单位", opinion: "所报学员、课时、成绩属实，清单附后。" },
                { title: "人社初审", opinion: "" },
                { title: "人社复审", opinion: "" },
              ]}
              foot={`依据 ${policy.query.data?.documentNumber ?? ""}　第 ${head.version} 次生成`}
            />
            <div className="break-before-page">
              <RosterPrint
                title="补贴学员签字单"
                left={`${training.name}（${training.number}）`}
                right={`第 ${head.version} 次　${listed.length} 人`}
                rows={listed}
                rowKey={(row) => row.enrolmentId}
                signature
                columns={[
                  { title: "姓名", render: (row) => row.personName },
                  { title: "身份证号", render: (row) => row.citizenIdMasked },
                  {
                    title: "补贴金额（元）",
                    align: "right",
                    render: (row) => formatYuan(row.amountFen, { fen: "always" }),
                  },
                ]}
                total={`合计 ${listed.length} 人，${formatYuan(head.totalFen, { fen: "always" })} 元`}
                foot={`${organisation}（章）　经办人：`}
              />
            </div>
          </div>
        );
      }}
    </QueryView>
  );
}
