import { stateKind } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link, useNavigate, useParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { formatPeriod } from "../../../kit/format.ts";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { Button } from "../../../kit/Button.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { Tabs } from "../../../kit/Tabs.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { AttendanceTab } from "./AttendanceTab.tsx";
import { CertificatesTab } from "./CertificatesTab.tsx";
import { ChangesTab } from "./ChangesTab.tsx";
import { ClassActions } from "./ClassActions.tsx";
import { CopyClassDialog } from "./CopyClassDialog.tsx";
import { CoursesTab } from "./CoursesTab.tsx";
import { ExamsTab } from "./ExamsTab.tsx";
import { claimsWholeClass, usePolicy } from "../../../features/claims/use-policy.ts";
import { OverviewTab } from "./OverviewTab.tsx";
import { PlanTab } from "./PlanTab.tsx";
import { RosterTab } from "./RosterTab.tsx";
import { SubsidyTab } from "./SubsidyTab.tsx";
import { TalkTab } from "./TalkTab.tsx";
import { TimetableTab } from "./TimetableTab.tsx";
import type { TrainingClass } from "../../../features/classes/training-class.ts";

const tabs = [
  { key: "overview", title: "概况与检查" },
  { key: "plan", title: "计划" },
  { key: "timetable", title: "课表" },
  { key: "roster", title: "名册" },
  { key: "attendance", title: "签到" },
  { key: "courses", title: "课程" },
  { key: "exams", title: "考核" },
  { key: "certificates", title: "证书" },
  { key: "subsidy", title: "补贴清单" },
  { key: "changes", title: "变更" },
  { key: "talk", title: "通知与答疑" },
] as const;

const panels: Record<string, (props: { training: TrainingClass }) => ReactElement> = {
  overview: OverviewTab,
  plan: PlanTab,
  timetable: TimetableTab,
  roster: RosterTab,
  attendance: AttendanceTab,
  courses: CoursesTab,
  exams: ExamsTab,
  certificates: CertificatesTab,
  subsidy: SubsidyTab,
  changes: ChangesTab,
  talk: TalkTab,
};

/** One class, from plan to subsidy list. Keys 1 to 9 and 0 open its first ten tabs. */
export default function ClassPage(): ReactElement {
  const { id = "", tab = "overview" } = useParams();
  const navigate = useNavigate();
  const training = useApi(api.classes.show, { params: { id } });
  const [copying, setCopying] = useState(false);
  const policy = usePolicy(training.data?.policyId);
  const open = (key: string) => void navigate(`/institution/classes/${id}/${key}`, { replace: true });
  useHotkeys(
    Object.fromEntries(tabs.slice(0, 10).map((one, index) => [String((index + 1) % 10), () => open(one.key)])),
  );
  const Panel = panels[tab] ?? OverviewTab;
  return (
    <QueryView query={training} lines={10}>
      {(data) => (
        <StaffPage
          title={data.name}
          intro={
            <p className="num flex flex-wrap items-center gap-x-4 gap-y-1">
              <Link to="/institution/classes" className="text-accent underline underline-offset-3">
                培训班
              </Link>
              <span>{data.number}</span>
              <StatusMark kind={stateKind("training-class", data.state)}>{data.stateLabel}</StatusMark>
              <span>{projectLabel(data.occupationName, data.level)}</span>
              <span>{formatPeriod(data.startsOn, data.endsOn)}</span>
              <span>
                学员 {data.seatsTaken} / {data.capacity}
              </span>
            </p>
          }
          actions={
            <>
              <Button variant="quiet" onClick={() => setCopying(true)}>
                复制
              </Button>
              <ClassActions training={data} />
            </>
          }
        >
          <Tabs
            label="培训班的各部分"
            tabs={tabs.map((one) =>
              one.key === "subsidy" && claimsWholeClass(policy.claiming(data.benefit), "institution")
                ? { ...one, title: "班级补贴" }
                : one,
            )}
            current={tab}
            onChange={open}
          >
            <Panel training={data} />
          </Tabs>
          {copying && <CopyClassDialog training={data} onClose={() => setCopying(false)} />}
        </StaffPage>
      )}
    </QueryView>
  );
}
