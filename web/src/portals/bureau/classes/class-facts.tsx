import { regionName } from "@jinengtong/county";
import { Link } from "react-router";
import type { Fact } from "../../../kit/FactList.tsx";
import { formatInstant, formatPeriod } from "../../../kit/format.ts";
import { Hours } from "../../../kit/Hours.tsx";
import { Money } from "../../../kit/Money.tsx";
import { projectLabel } from "../../../features/occupations/levels.ts";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

const CONTENT: Record<TrainingClass["contentKind"], string> = {
  "general-quality": "通用职业素质",
  occupation: "职业技能",
  "new-industry": "新产业培训",
  entrepreneurship: "创业培训",
  "new-occupation": "新职业培训",
};

/** Facts of a class in officers' words. */
export function classFacts(training: TrainingClass): Fact[] {
  return [
    {
      label: "培训机构",
      value: (
        <Link
          to={`/bureau/organisations/${training.organisationId}`}
          className="underline underline-offset-3 hover:text-accent"
        >
          {training.organisationName}
        </Link>
      ),
    },
    { label: "职业（工种）", value: projectLabel(training.occupationName, training.level) },
    { label: "培训内容", value: CONTENT[training.contentKind] },
    { label: "起止", value: <span className="num">{formatPeriod(training.startsOn, training.endsOn)}</span> },
    { label: "排课 / 要求", value: <Hours value={training.plannedHours} of={training.requiredHours} /> },
    {
      label: "名册",
      value: (
        <span className="num">{`${training.seatsTaken} / ${training.capacity} 人${training.openEnrolment ? "，公开报名" : ""}`}</span>
      ),
    },
    { label: "地点", value: `${regionName(training.town)}${training.address === "" ? "" : ` ${training.address}`}` },
    { label: "每人收费", value: training.priceFen === null ? "没有填写" : <Money fen={training.priceFen} /> },
    { label: "给学员打的电话", value: <span className="num">{training.phone ?? "没有填写"}</span> },
    ...(training.enterpriseName === null ? [] : [{ label: "合作企业", value: training.enterpriseName }]),
    ...(training.projectName === null ? [] : [{ label: "培训项目", value: training.projectName }]),
    ...(training.submittedAt === null
      ? []
      : [{ label: "提交", value: <span className="num">{formatInstant(training.submittedAt)}</span> }]),
    ...(training.dueOn === null ? [] : [{ label: "答复期限", value: <span className="num">{training.dueOn}</span> }]),
  ];
}
