import { certificateKinds } from "@jinengtong/standards";
import { formatInstant, formatNumber, formatPeriod } from "../../kit/format.ts";
import { projectLabel } from "../occupations/levels.ts";
import type { TraceNode } from "../../kit/staff/TraceLine.tsx";
import { AttendanceEvidence } from "./AttendanceEvidence.tsx";
import { HoursBar } from "./HoursBar.tsx";
import type { Evidence } from "./trace-types.ts";
import { WatchEvidence } from "./WatchEvidence.tsx";

/** Evidence behind the claim: certificate, class, hours, every mark, every minute watched. */
export function evidenceNodes(trace: Evidence, base: string): TraceNode[] {
  const { certificate, class: held, hours, enrolmentId, lessons, person } = trace;
  const nodes: TraceNode[] = [];
  if (certificate !== null) {
    nodes.push({
      id: "certificate",
      icon: "certificate",
      kind: certificate.revokedAt === null ? "证书" : "证书 · 已撤销",
      on: certificate.issuedOn,
      title: projectLabel(certificate.occupationName, certificate.level),
      href: `/verify?serial=${encodeURIComponent(certificate.serial)}`,
      facts: [
        { label: "证书编号", value: <span className="num">{certificate.serial}</span> },
        {
          label: "种类",
          value: certificateKinds.has(certificate.kind) ? certificateKinds.label(certificate.kind) : certificate.kind,
        },
        { label: "发证机构", value: certificate.issuerName },
        ...(certificate.revokedAt === null
          ? []
          : [{ label: "撤销", value: <span className="num">{formatInstant(certificate.revokedAt)}</span> }]),
      ],
    });
  }
  if (held !== null) {
    nodes.push({
      id: "class",
      icon: "class",
      kind: `培训班 · ${held.stateLabel}`,
      on: formatPeriod(held.startsOn, held.endsOn),
      title: `${held.name}　${held.number}`,
      href: `${base}/classes/${held.id}`,
      facts: [
        { label: "培训机构", value: held.institution },
        { label: "职业与等级", value: projectLabel(held.occupationName, held.level) },
        { label: "规定课时", value: <span className="num">{held.requiredHours} 课时</span> },
      ],
    });
  }
  if (enrolmentId === null) return nodes;
  if (hours !== null) {
    nodes.push({
      id: "hours",
      icon: "hours",
      kind: "课时",
      title: `计入 ${formatNumber(hours.countedHours)} 课时，${hours.complete ? "学满规定课时" : "没有学满规定课时"}`,
      evidence: <HoursBar hours={hours} />,
    });
  }
  nodes.push({
    id: "attendance",
    icon: "scan",
    kind: "考勤",
    title: "每一次签到与点名",
    evidence: <AttendanceEvidence enrolmentId={enrolmentId} name={person?.name ?? "学员"} />,
  });
  if (lessons.length > 0) {
    nodes.push({
      id: "watch",
      icon: "play",
      kind: "网上学习",
      title: `${lessons.length} 个课件的观看记录`,
      evidence: <WatchEvidence enrolmentId={enrolmentId} lessons={lessons} />,
    });
  }
  return nodes;
}
