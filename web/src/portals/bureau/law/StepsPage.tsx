import { stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { useParams } from "react-router";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { Skeleton } from "../../../kit/Skeleton.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { Stepper } from "../../../kit/Stepper.tsx";
import type { ShownDraft } from "./draft.ts";
import { CheckStep } from "./steps/CheckStep.tsx";
import { DifferencesPart } from "./steps/DifferencesPart.tsx";
import { ImpactStep } from "./steps/ImpactStep.tsx";
import { ProofStep } from "./steps/ProofStep.tsx";
import { SignatureStep } from "./steps/SignatureStep.tsx";
import { isUnderWay } from "./steps/task.ts";

const STEPS = ["检查", "证明", "影响", "签发"];
const EACH_MS = 1500;

/** The way of a draft to law: checked, proved, held against stored claims, signed by another officer. */
export default function StepsPage(): ReactElement {
  const { id = "" } = useParams();
  const draft = useApi(api.policyDrafts.show, { params: { id } }, { staleTime: 0 });
  return (
    <QueryView query={draft} lines={10}>
      {(data) => <Steps draft={data} />}
    </QueryView>
  );
}

function Steps({ draft }: { draft: ShownDraft }): ReactElement {
  const params = { id: draft.id };
  const check = useApi(api.policyDrafts.check, { params }, { staleTime: 0 });
  const [proving, setProving] = useState(false);
  const [assessing, setAssessing] = useState(false);
  const proof = useApi(api.policyDrafts.proof, { params }, { staleTime: 0, refetchInterval: proving && EACH_MS });
  const impact = useApi(api.policyDrafts.impact, { params }, { staleTime: 0, refetchInterval: assessing && EACH_MS });
  if (proving !== isUnderWay(proof.data?.proof)) setProving(!proving);
  if (assessing !== isUnderWay(impact.data?.impact)) setAssessing(!assessing);
  const checked = check.data?.errors === 0;
  const proved = proof.data?.proof?.proved === true && proof.data.proof.current;
  const assessed = impact.data?.impact?.state === "done" && impact.data.impact.current;
  const published = draft.state === "published";
  const current = published ? 3 : !checked ? 0 : !proved ? 1 : !assessed ? 2 : 3;
  return (
    <StaffPage
      title={`${draft.title}：检查与签发`}
      intro={
        <span className="flex flex-wrap items-center gap-x-3">
          <StatusMark kind={stateKind("policy-draft", draft.state, "office")}>{draft.stateLabel}</StatusMark>
          <span className="num">
            <span className="font-mono">{draft.programme}</span> {draft.version ?? ""}
            {draft.base === null ? "，从头起草" : `，由 ${draft.base.version} 版复制`}
          </span>
        </span>
      }
      actions={
        <>
          <Button variant="secondary" icon="left" to={`/bureau/law/${draft.id}`}>
            {draft.state === "open" ? "回去编辑" : "看条文和算例"}
          </Button>
          <Button variant="secondary" icon="print" to={`/bureau/law/${draft.id}/sheet`}>
            签批稿
          </Button>
        </>
      }
    >
      {draft.state !== "withdrawn" && <Stepper steps={STEPS} current={current} />}
      {draft.returned !== null && (
        <Notice tone="turn" title={`${draft.returned.by}退回了这份草案`}>
          {draft.returned.reason}
          <span className="num ml-2 text-sm text-ink-2">{formatInstant(draft.returned.at)}</span>
        </Notice>
      )}
      {check.data === undefined ? <Skeleton lines={3} /> : <CheckStep draft={draft} check={check.data} />}
      {checked && (
        <>
          <DifferencesPart draft={draft} />
          {proof.data !== undefined && <ProofStep draft={draft} proof={proof.data.proof} />}
          {impact.data !== undefined && <ImpactStep draft={draft} impact={impact.data.impact} />}
          <SignatureStep draft={draft} ready={proved && assessed} />
        </>
      )}
    </StaffPage>
  );
}
