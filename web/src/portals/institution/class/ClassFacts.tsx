import { regionName } from "@jinengtong/county";
import type { ReactElement } from "react";
import { FactList } from "../../../kit/FactList.tsx";
import { formatPeriod } from "../../../kit/format.ts";
import { Hours } from "../../../kit/Hours.tsx";
import { Money } from "../../../kit/Money.tsx";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { usePolicy } from "../../../features/claims/use-policy.ts";
import { contentKinds } from "./plan-values.ts";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

/** The plan in facts. */
export function ClassFacts({ training }: { training: TrainingClass }): ReactElement {
  const policy = usePolicy(training.policyId);
  return (
    <FactList
      columns={3}
      facts={[
        { label: "职业与等级", value: projectLabel(training.occupationName, training.level) },
        { label: "补贴项目", value: policy.benefitTitle(training.benefit) },
        { label: "内容类别", value: contentKinds.find((kind) => kind.value === training.contentKind)?.label ?? "" },
        {
          label: "培训时间",
          value: <span className="num">{formatPeriod(training.startsOn, training.endsOn)}</span>,
        },
        { label: "地点", value: [regionName(training.town), training.address].filter(Boolean).join(" ") },
        {
          label: "学员 / 名额",
          value: (
            <span className="num">
              {training.seatsTaken} / {training.capacity} 人
            </span>
          ),
        },
        { label: "课表 / 计划课时", value: <Hours value={training.plannedHours} of={training.requiredHours} /> },
        {
          label: "网上学习",
          value:
            training.onlineRatio > 0
              ? `最多计入 ${Math.round(training.onlineRatio * 100)}%（${Math.floor(training.onlineRatio * training.requiredHours)} 课时）`
              : "不计入",
        },
        { label: "报名", value: training.openEnrolment ? "接受学员自己报名" : "只由本单位录入" },
        { label: "每人收费", value: training.priceFen === null ? "没有填写" : <Money fen={training.priceFen} /> },
        { label: "给学员打的电话", value: <span className="num">{training.phone ?? "没有填写"}</span> },
        { label: "学员要带什么", value: training.bring === "" ? "没有填写" : training.bring },
        ...(training.enterpriseName === null ? [] : [{ label: "合作企业", value: training.enterpriseName }]),
        ...(training.projectName === null ? [] : [{ label: "培训项目", value: training.projectName }]),
      ]}
    />
  );
}
