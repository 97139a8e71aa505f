import type { ReactElement } from "react";
import { Link } from "react-router";
import { FactList } from "../../../kit/FactList.tsx";
import { formatPeriod } from "../../../kit/format.ts";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { RosterTable } from "../classes/RosterTable.tsx";
import type { Claim } from "../../../features/claims/claim.ts";

interface ClassEvidenceProps {
  training: NonNullable<Claim["evidence"]["class"]>;
  enrolmentId: string | null;
}

/** The class behind the claim and who else was in it. */
export function ClassEvidence({ training, enrolmentId }: ClassEvidenceProps): ReactElement {
  return (
    <div className="grid gap-4">
      <FactList
        columns={3}
        facts={[
          {
            label: "培训班",
            value: (
              <Link to={`/bureau/classes/${training.id}`} className="text-accent underline underline-offset-3">
                {training.name}
              </Link>
            ),
          },
          { label: "备案号", value: <span className="num">{training.number}</span> },
          { label: "培训机构", value: training.institution },
          { label: "职业（工种）", value: projectLabel(training.occupationName, training.level) },
          { label: "起止", value: <span className="num">{formatPeriod(training.startsOn, training.endsOn)}</span> },
          { label: "在册", value: <span className="num">{training.rosterSize} 人</span> },
        ]}
      />
      <RosterTable classId={training.id} {...(enrolmentId === null ? {} : { highlight: enrolmentId })} />
    </div>
  );
}
