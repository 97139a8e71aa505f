import { stateKind } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { formatInstant, formatPeriod } from "../../../kit/format.ts";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { CaseFacts } from "../../../lists/queue/CaseFacts.tsx";
import { CaseHistory } from "../../../lists/queue/CaseHistory.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { AdmissionDialog } from "./AdmissionDialog.tsx";
import type { AdmissionAct } from "./admission-words.ts";
import { AdmissionPapers } from "./AdmissionPapers.tsx";
import type { Admission } from "../../../features/admissions/admission.ts";

/** An admission with the applicant's statement, papers and way, and the acts it allows as it stands. */
export function AdmissionCase({ id, onDone }: { id: string; onDone: () => void }): ReactElement {
  const query = useApi(api.admissions.show, { params: { id } });
  const [act, setAct] = useState<AdmissionAct | null>(null);
  const state = query.data?.state;
  const waits = state === "submitted" || state === "inspecting";
  useHotkeys({
    p: waits ? () => setAct("admit") : undefined,
    i: state === "submitted" ? () => setAct("inspect") : undefined,
    r: waits ? () => setAct("return") : undefined,
    x: waits ? () => setAct("refuse") : undefined,
  });
  return (
    <QueryView query={query} lines={10}>
      {(data) => (
        <article className="grid content-start gap-5">
          <CaseFacts
            number={data.activity === "training" ? "培训机构准入" : "评价机构准入"}
            title={projectLabel(data.occupationName, data.level)}
            status={<StatusMark kind={stateKind("admission", data.state, "office")}>{data.stateLabel}</StatusMark>}
            facts={[
              {
                label: "申请单位",
                value: (
                  <Link
                    to={`/bureau/organisations/${data.organisationId}`}
                    className="underline underline-offset-3 hover:text-accent"
                  >
                    {data.organisationName}
                  </Link>
                ),
              },
              {
                label: "年培训能力",
                value: data.annualCapacity === null ? "—" : <span className="num">{data.annualCapacity} 人次</span>,
              },
              {
                label: "有效期",
                value:
                  data.validFrom === null ? (
                    "—"
                  ) : (
                    <span className="num">{formatPeriod(data.validFrom, data.validTo)}</span>
                  ),
              },
              {
                label: "提交",
                value: <span className="num">{data.submittedAt === null ? "—" : formatInstant(data.submittedAt)}</span>,
              },
              ...(data.dueOn === null ? [] : [{ label: "答复期限", value: <span className="num">{data.dueOn}</span> }]),
              {
                label: "申请说明",
                value: <span className="whitespace-pre-wrap">{data.statement || "没有填写"}</span>,
                wide: true,
              },
            ]}
            actions={<Actions state={data.state} onAct={setAct} />}
          />
          <AdmissionPapers admission={data} />
          <CaseHistory entries={historyOf(data)} />
          {act !== null && (
            <AdmissionDialog
              admission={data}
              act={act}
              onClose={() => setAct(null)}
              onDone={act === "inspect" ? () => undefined : onDone}
            />
          )}
        </article>
      )}
    </QueryView>
  );
}

function Actions({ state, onAct }: { state: string; onAct: (act: AdmissionAct) => void }): ReactElement | null {
  if (state === "submitted" || state === "inspecting") {
    return (
      <>
        <Button hotkey="p" onClick={() => onAct("admit")}>
          准入
        </Button>
        {state === "submitted" && (
          <Button variant="secondary" hotkey="i" onClick={() => onAct("inspect")}>
            登记考察
          </Button>
        )}
        <Button variant="secondary" hotkey="r" onClick={() => onAct("return")}>
          退回补正
        </Button>
        <Button variant="danger" hotkey="x" onClick={() => onAct("refuse")}>
          不予准入
        </Button>
      </>
    );
  }
  if (state !== "admitted" && state !== "suspended") return null;
  return (
    <>
      {state === "admitted" ? (
        <Button variant="secondary" onClick={() => onAct("renew")}>
          延续有效期
        </Button>
      ) : (
        <Button onClick={() => onAct("resume")}>恢复准入</Button>
      )}
      <Button variant="danger" onClick={() => onAct("sanction")}>
        作出处理
      </Button>
    </>
  );
}

function historyOf(data: Admission) {
  const steps = data.history.map((step, index) => ({
    id: `step${index}`,
    at: formatInstant(step.at),
    who: step.by ?? "系统",
    what: step.label,
    ...(step.reason === null || step.reason === "" ? {} : { note: step.reason }),
  }));
  const events = data.events.map((event, index) => ({
    id: `event${index}`,
    at: event.onDate,
    who: "处理",
    what: event.label,
    note: event.reason,
  }));
  return [...steps, ...events].toSorted((a, b) => b.at.localeCompare(a.at));
}
