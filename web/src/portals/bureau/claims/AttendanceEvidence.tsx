import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { ClassGrid } from "../../../features/classes/ClassGrid.tsx";
import { HoursFigure } from "./HoursFigure.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

interface AttendanceEvidenceProps {
  classId: string;
  enrolmentId: string | null;
  hours: Claim["evidence"]["hours"];
}

/** The learner's attendance, session by session; the whole class around it where asked. */
export function AttendanceEvidence({ classId, enrolmentId, hours }: AttendanceEvidenceProps): ReactElement {
  const grid = useApi(api.attendance.ofClass, { params: { id: classId } });
  const [all, setAll] = useState(enrolmentId === null);
  return (
    <div className="grid grid-cols-1 gap-4">
      {hours !== null && <HoursFigure hours={hours} />}
      <QueryView
        query={grid}
        lines={4}
        isEmpty={(data) => data.sessions.length === 0}
        empty={<Empty title="这个班没有排课">线下学时按考勤计算，没有课就没有线下学时。</Empty>}
      >
        {(data) => (
          <>
            <ClassGrid grid={data} caption="考勤表" {...(enrolmentId === null ? {} : { enrolmentId })} all={all} />
            {enrolmentId !== null && (
              <div>
                <Button variant="secondary" onClick={() => setAll(!all)}>
                  {all ? "只看本人" : `看全班 ${data.learners.length} 人`}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryView>
    </div>
  );
}
