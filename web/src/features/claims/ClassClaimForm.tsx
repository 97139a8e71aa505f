import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { type Form, FormBody, FormField, useForm } from "../../kit/form.tsx";
import { Button } from "../../kit/Button.tsx";
import { formatYuan } from "../../kit/format.ts";
import { MoneyInput } from "../../kit/MoneyInput.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import { Select } from "../../kit/Select.tsx";
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
  stated: { costPerHeadFen: number | null; contractFen: number | null; acceptedFen: number | null; years: string };
  papers: readonly Paper[];
}

/** A claim for a class as a whole, with the facts that its benefit asks of the claimant. */
export function ClassClaimForm({ base, back, training }: ClassClaimFormProps): ReactElement {
  const over = training.state === "completed" || training.state === "closed";
  const form = useForm<Values>({
    draft: `class-claim-${training.id}`,
    initial: {
      stage: over ? "settlement" : "advance",
      stated: { costPerHeadFen: null, contractFen: null, acceptedFen: null, years: "1" },
      papers: [],
    },
    rules: contractOf(api.claims.create),
  });
  const { values } = form;
  const changePapers = usePapers(values.papers, (papers) => form.set({ papers }));
  const policy = usePolicy(training.policyId);
  const claiming = policy.claiming(training.benefit);
  const asks = new Set(claiming?.asks);
  const staged = (claiming?.stages.length ?? 0) > 0;
  const stage = staged ? values.stage : null;
  return (
    <ClaimForm
      base={base}
      back={back}
      ask={claiming === undefined ? null : askOf(training, asks, values, stage)}
      subject={`“${training.name}”`}
      benefitTitle={policy.benefitTitle(training.benefit)}
      needs={claimPapers(claiming?.papers, stage)}
      papers={values.papers}
      paperChanges={changePapers}
      onMade={() => form.clear()}
      aside={<Notice title="填好左边，这里当场试算">逐条说明能不能享受、凭什么、怎么算。试算不留记录。</Notice>}
    >
      <FormBody form={form} className="grid gap-5">
        {form.restored && (
          <Notice
            tone="turn"
            title="接着上次没填完的"
            action={
              <Button variant="quiet" onClick={() => form.clear()}>
                清空重填
              </Button>
            }
          />
        )}
        {staged && (
          <FormField name="stage" label="阶段" group required>
            <RadioGroup
              {...form.bind("stage")}
              choices={[
                { value: "advance", label: "预拨", description: "开班批准后申请，不超过一半" },
                { value: "settlement", label: "结算", description: "培训结束后按结业人数结算，减去已预拨的" },
              ]}
            />
          </FormField>
        )}
        {asks.has("costPerHeadFen") && (
          <FormField
            name="stated/costPerHeadFen"
            label="人均培训费用"
            required
            hint="按实际费用填，超过政策规定上限的按上限补"
          >
            <MoneyInput
              value={values.stated.costPerHeadFen}
              onChange={(costPerHeadFen) => form.setPart("stated", { costPerHeadFen })}
            />
          </FormField>
        )}
        {asks.has("years") && (
          <FormField name="stated/years" label="培养年限" required hint="按学徒培养协议">
            <Select
              value={values.stated.years}
              onChange={(years) => form.setPart("stated", { years })}
              choices={[1, 2, 3].map((n) => ({ value: String(n), label: `${n} 年` }))}
            />
          </FormField>
        )}
        {asks.has("contractFen") && <ProjectMoney training={training} asks={asks} form={form} />}
      </FormBody>
    </ClaimForm>
  );
}

type Asks = ReadonlySet<Claiming["asks"][number]>;

interface ProjectMoneyProps {
  asks: Asks;
  training: ClassClaimFormProps["training"];
  form: Form<Values>;
}

function ProjectMoney({ training, asks, form }: ProjectMoneyProps): ReactElement {
  const { values } = form;
  const { contractFen, acceptedFen } = values.stated;
  // The heads are known before the amount is: an accepted amount of nothing asks for them.
  const heads = useClaimPreview(
    values.stage === "settlement" && contractFen !== null
      ? askOf(training, asks, { ...values, stated: { ...values.stated, acceptedFen: 0 } }, "settlement")
      : null,
  ).data?.class;
  const most = heads && contractFen !== null ? Math.floor((contractFen * heads.finishers) / heads.capacity) : null;
  return (
    <>
      <FormField
        name="stated/contractFen"
        label="项目合同金额"
        required
        hint="整份合同的金额；结算时与预拨用同一份合同"
      >
        <MoneyInput value={contractFen} onChange={(fen) => form.setPart("stated", { contractFen: fen })} />
      </FormField>
      {values.stage === "settlement" && (
        <FormField
          name="stated/acceptedFen"
          label="验收金额"
          required
          hint={
            heads && most !== null
              ? `计划 ${heads.capacity} 人、结业 ${heads.finishers} 人，最多 ${formatYuan(most, { fen: "always" })} 元`
              : "不超过合同按结业人数折算的金额"
          }
        >
          <div className="grid grid-cols-[1fr_auto] gap-2">
            <MoneyInput
              key={most ?? "none"}
              value={acceptedFen}
              onChange={(fen) => form.setPart("stated", { acceptedFen: fen })}
            />
            <Button
              variant="secondary"
              disabled={most === null}
              onClick={() => form.setPart("stated", { acceptedFen: most })}
            >
              按结业人数填
            </Button>
          </div>
        </FormField>
      )}
    </>
  );
}

/** The claim; null until everything the benefit asks for is stated. The accepted amount is known at the settlement only. */
function askOf(
  training: ClassClaimFormProps["training"],
  asks: Asks,
  { stated: typed }: Pick<Values, "stated">,
  stage: Stage | null,
): ClaimAsk | null {
  const stated: NonNullable<ClaimAsk["stated"]> = {};
  if (asks.has("years")) stated.years = Number(typed.years);
  if (asks.has("costPerHeadFen")) {
    if (typed.costPerHeadFen === null) return null;
    stated.costPerHeadFen = typed.costPerHeadFen;
  }
  if (asks.has("contractFen")) {
    if (typed.contractFen === null) return null;
    stated.contractFen = typed.contractFen;
  }
  if (asks.has("acceptedFen") && stage === "settlement") {
    if (typed.acceptedFen === null) return null;
    stated.acceptedFen = typed.acceptedFen;
  }
  return {
    benefit: training.benefit,
    policyId: training.policyId,
    classId: training.id,
    ...(stage === null ? {} : { stage }),
    stated,
  };
}
