import { stateKind } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { FactList } from "../../kit/FactList.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { ClassFlow } from "./ClassFlow.tsx";
import { ClassLearners } from "./ClassLearners.tsx";
import { ClassSessions } from "./ClassSessions.tsx";
import { LearnerClaims } from "./LearnerClaims.tsx";
import { TraceActions } from "./TraceActions.tsx";
import { usePortalBase } from "./use-portal-base.ts";

/** Trace forward from a class to its money: sessions, learners, certificates, claims and payments. */
export default function ClassTracePage(): ReactElement {
  const { id = "" } = useParams();
  const base = usePortalBase();
  const trace = useApi(api.trace.class, { params: { id }, query: { limit: 1 } });
  return (
    <QueryView query={trace} lines={12}>
      {({ class: held, totals, sessions, classClaims }) => (
        <StaffPage
          title={held.name}
          intro={
            <span className="flex flex-wrap gap-x-4">
              <span className="num">{held.number}</span>
              <StatusMark kind={stateKind("training-class", held.state)}>{held.stateLabel}</StatusMark>
            </span>
          }
          actions={<TraceActions />}
        >
          <section className="rounded-md border border-line bg-sheet p-4">
            <FactList
              columns={3}
              facts={[
                { label: "培训机构", value: held.institution },
                { label: "职业与等级", value: `${held.occupationName} · ${held.levelLabel}` },
                { label: "起止", value: <span className="num">{formatPeriod(held.startsOn, held.endsOn)}</span> },
              ]}
            />
          </section>
          <ClassFlow totals={totals} />
          {classClaims.length > 0 && (
            <section className="rounded-md border border-line bg-sheet p-4">
              <h2 className="mb-2 text-lg font-semibold">以整班申请的补贴</h2>
              <LearnerClaims claims={classClaims} base={base} />
            </section>
          )}
          <ClassSessions sessions={sessions} learners={totals.learners} />
          <ClassLearners classId={held.id} base={base} total={totals.learners} />
        </StaffPage>
      )}
    </QueryView>
  );
}
