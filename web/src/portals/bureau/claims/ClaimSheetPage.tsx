import { regionName } from "@jinengtong/county";
import { api, type Api } from "../../../api/api.ts";
import { certificateKinds } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { Link, useParams } from "react-router";
import type { Output } from "../../../api/client.ts";
import { useApi } from "../../../api/hooks.ts";
import { dateOf, formatPeriod, formatYuan } from "../../../kit/format.ts";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { usePolicy } from "../../../features/claims/use-policy.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { ApprovalSheet, type ApprovalStep } from "../../../kit/staff/ApprovalSheet.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { stepTitle } from "../../../features/claims/step-title.ts";
import type { Claim } from "../../../features/claims/claim.ts";

/** 审批表: the claim on one sheet of A4, as it goes into the file. */
export default function ClaimSheetPage(): ReactElement {
  const { id = "" } = useParams();
  const claim = useApi(api.claims.show, { params: { id } });
  return (
    <StaffPage
      sheet
      title="补贴审批表"
      intro={
        <Link to={`/bureau/claims/${id}`} className="text-accent underline underline-offset-3">
          回到申请
        </Link>
      }
    >
      <QueryView query={claim} lines={14}>
        {(data) => <Sheet data={data} />}
      </QueryView>
    </StaffPage>
  );
}

function Sheet({ data }: { data: Claim }): ReactElement {
  const { claim, evidence, decision } = data;
  const policy = usePolicy(decision?.policy.id);
  const odd = useApi(api.anomalies.ofClaim, { params: { id: claim.id } });
  const certificate = evidence.certificate;
  return (
    <ApprovalSheet
      title="职业技能培训补贴审批表"
      number={claim.number}
      on={`申请日期：${claim.appliedOn}`}
      facts={[
        { label: "申请人", value: claim.personName ?? claim.organisationName ?? "—" },
        { label: "身份证号", value: <span className="num">{claim.citizenIdMasked ?? "—"}</span> },
        { label: "补贴项目", value: claim.benefitName },
        { label: "镇（街道）", value: regionName(claim.town) },
        ...(evidence.class === null
          ? []
          : [
              { label: "培训班", value: `${evidence.class.name}（${evidence.class.number}）` },
              { label: "培训机构", value: evidence.class.institution },
              { label: "职业等级", value: projectLabel(evidence.class.occupationName, evidence.class.level) },
              {
                label: "起止日期",
                value: <span className="num">{formatPeriod(evidence.class.startsOn, evidence.class.endsOn)}</span>,
              },
            ]),
        ...(evidence.hours === null
          ? []
          : [
              {
                label: "学时",
                value: (
                  <span className="num">{`到课 ${evidence.hours.offline}，线上 ${evidence.hours.online}，要求 ${evidence.hours.required}`}</span>
                ),
              },
            ]),
        { label: "收款方", value: claim.payeeKind === "person" ? "本人" : (claim.organisationName ?? "单位") },
        ...(certificate === null
          ? []
          : [
              {
                label: "证书",
                wide: true,
                value: (
                  <span className="num">
                    {certificateKinds.has(certificate.kind)
                      ? certificateKinds.label(certificate.kind)
                      : certificate.kind}{" "}
                    {certificate.serial}，{certificate.issuerName}，{certificate.issuedOn}
                  </span>
                ),
              },
            ]),
        ...(data.publicisedFrom === null || data.publicisedTo === null
          ? []
          : [
              {
                label: "公示",
                value: <span className="num">{formatPeriod(data.publicisedFrom, data.publicisedTo)}</span>,
              },
              { label: "异议", value: objectionWords(data.objections) },
            ]),
        { label: "疑点", wide: true, value: oddWords(odd.data?.rows) },
        {
          label: "补贴金额",
          wide: true,
          value: (
            <span className="num font-semibold">
              {formatYuan(claim.approvedFen ?? decision?.amountFen ?? claim.askedFen ?? 0, { fen: "always" })} 元
            </span>
          ),
        },
      ]}
      steps={stepsOf(data)}
      foot={
        decision === null ? undefined : (
          <>
            依据《{policy.query.data?.title ?? decision.policy.id}》第 {decision.policy.version} 版，指纹{" "}
            {decision.policy.digest}
          </>
        )
      }
    >
      {decision !== null && (
        <div className="text-sm">
          <h2 className="mb-1 font-semibold">条件与计算</h2>
          <ol className="grid gap-0.5">
            {decision.findings.map((finding) => (
              <li key={finding.test} className="grid grid-cols-[4em_1fr] gap-2">
                <span>{finding.met === true ? "满足" : finding.met === false ? "不满足" : "还缺"}</span>
                <span>
                  {policy.testTitle(claim.benefit, finding.test)}（条款 {finding.clause}）：{finding.because}
                </span>
              </li>
            ))}
          </ol>
          <p className="num mt-1.5">
            {decision.computation
              .map((step) =>
                step.fen === undefined
                  ? `${stepTitle(step.step)} ${step.step === "rate" ? `${(step.value ?? 0) * 100}%` : (step.value ?? "")}`
                  : `${stepTitle(step.step)} ${formatYuan(step.fen, { fen: "always" })} 元`,
              )
              .join("；")}
          </p>
        </div>
      )}
    </ApprovalSheet>
  );
}

function objectionWords(objections: Claim["objections"]): string {
  if (objections.length === 0) return "无";
  const upheld = objections.filter((one) => one.upheld === true).length;
  const open = objections.filter((one) => one.answeredAt === null).length;
  return `${objections.length} 件，成立 ${upheld} 件${open === 0 ? "，均已答复" : `，未答复 ${open} 件`}`;
}

const oddWords = (rows: Output<Api["anomalies"]["ofClaim"]>["rows"] | undefined): string =>
  rows === undefined
    ? "—"
    : rows.length === 0
      ? "筛查未发现"
      : rows.map((row) => `${row.title}（${row.stateLabel}）`).join("；");

function stepsOf(data: Claim): ApprovalStep[] {
  const words = { pass: "同意。", return: "退回补正。", refuse: "不予补贴。" } as const;
  const latest = Math.max(0, ...data.reviews.map((review) => review.version));
  const step = (round: number, title: string): ApprovalStep => {
    const review = data.reviews.findLast((one) => one.round === round && one.version === latest);
    if (review === undefined) return { title, opinion: "" };
    return {
      title,
      opinion: `${words[review.verdict]}${review.reason}`,
      on: dateOf(review.at),
      ...(review.officer === null ? {} : { name: review.officer }),
    };
  };
  return [step(1, "初审"), step(2, "复审"), { title: "单位负责人", opinion: "" }];
}
