import { api } from "../../api/api.ts";
import { contractOf } from "../../api/contract.ts";
import { FormBody, FormField, needing, useForm } from "../../kit/form.tsx";
import { useState, type FormEvent, type ReactElement, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatYuan } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { missingPapers, type PaperNeed } from "../papers/paper-kinds.ts";
import { PaperList, type Paper } from "../papers/PaperList.tsx";
import type { usePapers } from "../papers/use-papers.ts";
import { PreviewPanel } from "./PreviewPanel.tsx";
import { useClaimPreview, type ClaimAsk } from "./use-claim-preview.ts";

interface ClaimFormProps {
  /** /institution or /enterprise. */
  base: string;
  /** The claim without its papers; null while something is missing. */
  ask: ClaimAsk | null;
  /** For whom or what, in the confirmation: a class or an employee. */
  subject: string;
  benefitTitle: string;
  needs: readonly PaperNeed[];
  papers: readonly Paper[];
  paperChanges: ReturnType<typeof usePapers>;
  /** The claim is made: forget the draft. */
  onMade: () => void;
  /** Back link without a claim. */
  back: string;
  /** Fields that a preview needs. */
  children: ReactNode;
  /** Shown beside the form while nothing can be tried. */
  aside?: ReactNode;
}

/** A claim filed by an organisation: statements, papers, preview with reasons, then confirmation. */
export function ClaimForm(props: ClaimFormProps): ReactElement {
  const { ask, papers, needs } = props;
  const [confirming, setConfirming] = useState(false);
  const navigate = useNavigate();
  const tell = useToast();
  const preview = useClaimPreview(ask);
  const create = useChange(api.claims.create, {
    refresh: [api.claims.list, api.homes.enterprise, api.homes.institution],
    onSuccess: ({ id, number, amountFen }) => {
      props.onMade();
      tell(`${number} 已提交初审，申请 ${formatYuan(amountFen)} 元`);
      void navigate(`${props.base}/claims/${id}`);
    },
  });
  const current = ask !== null && preview.error === null ? preview.data : undefined;
  const decision = current?.decision;
  const granted = decision?.outcome === "granted";
  const amount = decision?.amountFen ?? 0;
  const nothing = granted && amount === 0 && decision.recoverFen === 0;
  const rules = contractOf(api.claims.create);
  const form = useForm({ initial: { because: "" }, rules: granted ? rules : needing(rules, "because") });
  const ready =
    decision !== undefined &&
    !preview.isPlaceholderData &&
    current?.existing === null &&
    current.payeeReady &&
    !nothing &&
    form.refused.length === 0;
  const missing = missingPapers(needs, papers);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (ready) setConfirming(true);
  }

  return (
    <form onSubmit={submit} noValidate className="grid items-start gap-4 xl:grid-cols-[minmax(0,34rem)_minmax(0,1fr)]">
      <div className="grid gap-4">
        <Card>
          <div className="grid gap-5">{props.children}</div>
        </Card>
        <Card title="材料" action={<span className="text-sm text-ink-2">PDF 或照片，每个不超过 10 MB</span>}>
          <PaperList needs={needs} papers={papers} {...props.paperChanges} />
        </Card>
      </div>
      <div className="grid gap-4">
        {ask === null ? props.aside : <PreviewPanel base={props.base} preview={preview} />}
        {decision !== undefined && !granted && current?.existing === null && (
          <Card tone="turn" title="仍要提交">
            <FormBody form={form}>
              <FormField
                name="because"
                required
                label="理由"
                hint="按现有记录还不能享受。记录有误、正在更正的，请写明，审核人会看到。"
              >
                <TextArea {...form.bind("because")} rows={3} />
              </FormField>
            </FormBody>
          </Card>
        )}
        {nothing && (
          <Notice tone="turn">按现在的记录算下来是 0 元，没有可以申请的。请核对结业人数和填写的金额。</Notice>
        )}
        <ErrorNotice error={confirming ? null : create.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="secondary" to={props.back}>
            先不申请
          </Button>
          <Button type="submit" disabled={!ready} busy={create.isPending}>
            {granted && !nothing ? `提交初审，${formatYuan(amount)} 元` : "提交初审"}
          </Button>
        </div>
      </div>
      <ConfirmSheet
        open={confirming}
        onClose={() => setConfirming(false)}
        title={`为${props.subject}申请${props.benefitTitle}`}
        consequences={[
          <>
            申请 <strong className="num">{formatYuan(amount, { fen: "always" })} 元</strong>
            ，收款方是本单位登记的账户。
          </>,
          ...(decision !== undefined && decision.recoverFen > 0
            ? [
                <>
                  已预拨的多于应得，须退回{" "}
                  <strong className="num">{formatYuan(decision.recoverFen, { fen: "always" })} 元</strong>。
                </>,
              ]
            : []),
          ...(missing.length > 0
            ? [`还没有交：${missing.map((need) => need.label).join("、")}。初审前可以在申请里补交，缺了可能被退回。`]
            : []),
          "人社部门 10 个工作日内初审，之后复审、公示五个工作日、财政拨付。",
        ]}
        action={granted ? `提交初审，${formatYuan(amount)} 元` : "说明理由并提交初审"}
        busy={create.isPending}
        error={create.error}
        onConfirm={() =>
          ask !== null &&
          create.mutate({
            body: {
              ...ask,
              evidenceFileIds: papers.map((paper) => paper.id),
              ...(granted ? {} : form.values),
            },
          })
        }
      />
    </form>
  );
}
