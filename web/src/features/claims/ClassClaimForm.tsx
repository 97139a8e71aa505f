import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { Field } from "../../kit/Field.tsx";
import { formatYuan } from "../../kit/format.ts";
import { MoneyInput } from "../../kit/MoneyInput.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { Select } from "../../kit/Select.tsx";
import { useDraft } from "../../kit/use-draft.ts";
import { claimPapers } from "../papers/paper-kinds.ts";
import type { Paper } from "../papers/PaperList.tsx";
import { usePapers } from "../papers/use-papers.ts";
import { type Claiming, usePolicy } from "./use-policy.ts";
import { ClaimForm } from "./ClaimForm.tsx";
import { useClaimPreview, type ClaimAsk } from "./use-claim-preview.ts";

type Stage = "advance" | "settlement";

interface ClassClaimFormProps {
  base: string;
  back: string;
  training: { id: string; name: string; policyId: string; benefit: string; state: string };
}

interface Values {
  stage: Stage;
  costFen: number | null;
  contractFen: number | null;
  acceptedFen: number | null;
  years: string;
  papers: readonly Paper[];
}

/** A claim for a class as a whole, with what its benefit asks the claimant for. */
export function ClassClaimForm({ base, back, training }: ClassClaimFormProps): ReactElement {
  const over = training.state === "completed" || training.state === "closed";
  const draft = useDraft<Values>(`class-claim-${training.id}`, {
    stage: over ? "settlement" : "advance",
    costFen: null,
    contractFen: null,
    acceptedFen: null,
    years: "1",
    papers: [],
  });
  const { value } = draft;
  const changePapers = usePapers(value.papers, (papers) => draft.set({ papers }));
  const policy = usePolicy(training.policyId);
  const claiming = policy.claiming(training.benefit);
  const asks = new Set(claiming?.asks);
  const staged = (claiming?.stages.length ?? 0) > 0;
  const stage = staged ? value.stage : null;
  return (
    <ClaimForm
      base={base}
      back={back}
      ask={claiming === undefined ? null : askOf(training, asks, value, stage)}
      subject={`“${training.name}”`}
      benefitTitle={policy.benefitTitle(training.benefit)}
      needs={claimPapers(claiming?.papers, stage)}
      papers={value.papers}
      paperChanges={changePapers}
      onMade={draft.clear}
      aside={<Notice title="填好左边，这里当场试算">逐条说明能不能享受、凭什么、怎么算。试算不留记录。</Notice>}
    >
      {draft.restored && (
        <Notice
          tone="turn"
          title="接着上次没填完的"
          action={
            <Button variant="quiet" onClick={draft.clear}>
              清空重填
            </Button>
          }
        />
      )}
      {staged && (
        <Field label="阶段" group>
          <RadioGroup
            value={value.stage}
            onChange={(next) => draft.set({ stage: next })}
            choices={[
              { value: "advance", label: "预拨", description: "开班批准后申请，不超过一半" },
              { value: "settlement", label: "结算", description: "培训结束后按结业人数结算，减去已预拨的" },
            ]}
          />
        </Field>
      )}
      {asks.has("costPerHeadFen") && (
        <Field label="人均培训费用" hint="按实际费用填，超过政策规定上限的按上限补">
          <MoneyInput value={value.costFen} onChange={(costFen) => draft.set({ costFen })} />
        </Field>
      )}
      {asks.has("years") && (
        <Field label="培养年限" hint="按学徒培养协议">
          <Select
            value={value.years}
            onChange={(years) => draft.set({ years })}
            choices={[1, 2, 3].map((n) => ({ value: String(n), label: `${n} 年` }))}
          />
        </Field>
      )}
      {asks.has("contractFen") && <ProjectMoney training={training} asks={asks} value={value} onChange={draft.set} />}
    </ClaimForm>
  );
}

type Asks = ReadonlySet<Claiming["asks"][number]>;

interface ProjectMoneyProps {
  asks: Asks;
  training: ClassClaimFormProps["training"];
  value: Values;
  onChange: (change: Partial<Values>) => void;
}

function ProjectMoney({ training, asks, value, onChange }: ProjectMoneyProps): ReactElement {
  // The heads are known before the amount is: an accepted amount of nothing asks for them.
  const heads = useClaimPreview(
    value.stage === "settlement" && value.contractFen !== null
      ? askOf(training, asks, { ...value, acceptedFen: 0 }, "settlement")
      : null,
  ).data?.class;
  const most =
    heads && value.contractFen !== null ? Math.floor((value.contractFen * heads.finishers) / heads.capacity) : null;
  return (
    <>
      <Field label="项目合同金额" hint="整份合同的金额；结算时与预拨用同一份合同">
        <MoneyInput value={value.contractFen} onChange={(contractFen) => onChange({ contractFen })} />
      </Field>
      {value.stage === "settlement" && (
        <Field
          label="验收金额"
          hint={
            heads && most !== null
              ? `计划 ${heads.capacity} 人、结业 ${heads.finishers} 人，最多 ${formatYuan(most, { fen: "always" })} 元`
              : "不超过合同按结业人数折算的金额"
          }
        >
          <div className="grid grid-cols-[1fr_auto] gap-2">
            <MoneyInput
              key={most ?? "none"}
              value={value.acceptedFen}
              onChange={(acceptedFen) => onChange({ acceptedFen })}
            />
            <Button variant="secondary" disabled={most === null} onClick={() => onChange({ acceptedFen: most })}>
              按结业人数填
            </Button>
          </div>
        </Field>
      )}
    </>
  );
}

/** The claim; null until everything the benefit asks for is stated. The accepted amount is known at the settlement only. */
function askOf(
  training: ClassClaimFormProps["training"],
  asks: Asks,
  value: Values,
  stage: Stage | null,
): ClaimAsk | null {
  const stated: NonNullable<ClaimAsk["stated"]> = {};
  if (asks.has("years")) stated.years = Number(value.years);
  if (asks.has("costPerHeadFen")) {
    if (value.costFen === null) return null;
    stated.costPerHeadFen = value.costFen;
  }
  if (asks.has("contractFen")) {
    if (value.contractFen === null) return null;
    stated.contractFen = value.contractFen;
  }
  if (asks.has("acceptedFen") && stage === "settlement") {
    if (value.acceptedFen === null) return null;
    stated.acceptedFen = value.acceptedFen;
  }
  return {
    benefit: training.benefit,
    policyId: training.policyId,
    classId: training.id,
    ...(stage === null ? {} : { stage }),
    stated,
  };
}
