import { api } from "../../../api/api.ts";
import { useRef, useState, type ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { countsDays, DaySheet } from "../../../features/claims/DaySheet.tsx";
import { Tabs } from "../../../kit/Tabs.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { AttendanceEvidence } from "./AttendanceEvidence.tsx";
import { CertificateEvidence } from "./CertificateEvidence.tsx";
import { ClassEvidence } from "./ClassEvidence.tsx";
import { ClaimHistory } from "./ClaimHistory.tsx";
import { FileEvidence } from "./FileEvidence.tsx";
import { ClaimOddEvidence } from "./OddEvidence.tsx";
import { WatchRecord } from "../../../features/classes/WatchRecord.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

/** Evidence of the decision, one kind per tab; number keys switch tabs. */
export function ClaimEvidence({ claim }: { claim: Claim }): ReactElement {
  const { evidence } = claim;
  const odd = useApi(api.anomalies.ofClaim, { params: { id: claim.claim.id } });
  const hasClass = evidence.class !== null;
  const tabs = [
    ...(countsDays(claim) ? [{ key: "days", title: "出勤日" }] : []),
    ...(hasClass ? [{ key: "attendance", title: "考勤" }] : []),
    ...(evidence.enrolmentId === null ? [] : [{ key: "watch", title: "线上学习" }]),
    { key: "certificate", title: "证书" },
    ...(hasClass ? [{ key: "class", title: "班级名册" }] : []),
    { key: "files", title: "材料", count: evidence.files.length },
    { key: "odd", title: "疑点", ...(odd.data === undefined ? {} : { count: odd.data.rows.length }) },
    { key: "history", title: "经过" },
  ];
  const [chosen, setChosen] = useState("");
  const current = tabs.find((tab) => tab.key === chosen)?.key ?? tabs[0]?.key ?? "certificate";
  const section = useRef<HTMLElement>(null);
  function turnTo(key: string): void {
    setChosen(key);
    section.current?.scrollIntoView({ block: "nearest" });
  }
  useHotkeys(Object.fromEntries(tabs.map((tab, index) => [String(index + 1), () => turnTo(tab.key)])));
  return (
    <section ref={section} aria-label="证据" className="min-w-0 scroll-mt-14">
      <Tabs tabs={tabs} current={current} onChange={setChosen} label="证据">
        {current === "days" && (
          <div className="grid gap-3">
            <DaySheet id={claim.claim.id} />
            <div>
              <Button variant="secondary" icon="print" to={`/bureau/claims/${claim.claim.id}/days`}>
                打印明细
              </Button>
            </div>
          </div>
        )}
        {current === "attendance" && evidence.class !== null && (
          <AttendanceEvidence classId={evidence.class.id} enrolmentId={evidence.enrolmentId} hours={evidence.hours} />
        )}
        {current === "watch" && evidence.enrolmentId !== null && (
          <WatchRecord enrolmentId={evidence.enrolmentId} name={claim.claim.personName ?? "学员"} />
        )}
        {current === "certificate" && <CertificateEvidence certificate={evidence.certificate} />}
        {current === "class" && evidence.class !== null && (
          <ClassEvidence training={evidence.class} enrolmentId={evidence.enrolmentId} />
        )}
        {current === "files" && <FileEvidence claim={claim} />}
        {current === "odd" && <ClaimOddEvidence claimId={claim.claim.id} />}
        {current === "history" && <ClaimHistory claim={claim} />}
      </Tabs>
    </section>
  );
}
