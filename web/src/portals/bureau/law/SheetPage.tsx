import { describeBenefit, PackageError, policyOfFiles, proposerOf, type Policy } from "@jinengtong/policy/engine";
import { showValue } from "@jinengtong/policy/authoring";
import type { ReactElement, ReactNode } from "react";
import { Link, useParams } from "react-router";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { formatInstant, formatNumber, formatYuan } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { PrintSheet } from "../../../kit/staff/PrintSheet.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { storedFiles, type ShownDraft } from "./draft.ts";
import { DifferenceList } from "./steps/DifferencesPart.tsx";

/** 签批稿: the draft on paper, with its differences, rules, readings, parameters, digest, and places for signatures and seals. */
export default function SheetPage(): ReactElement {
  const { id = "" } = useParams();
  const draft = useApi(api.policyDrafts.show, { params: { id } }, { staleTime: 0 });
  return (
    <StaffPage
      sheet
      title="政策签批稿"
      intro={
        <Link to={`/bureau/law/${id}/steps`} className="text-accent underline underline-offset-3">
          回到检查与签发
        </Link>
      }
    >
      <QueryView query={draft} lines={14}>
        {(data) => <Sheet draft={data} />}
      </QueryView>
    </StaffPage>
  );
}

function read(draft: ShownDraft): Policy | null {
  try {
    return policyOfFiles(storedFiles(draft), draft.digest ?? "");
  } catch (error) {
    if (error instanceof PackageError) return null;
    throw error;
  }
}

function Sheet({ draft }: { draft: ShownDraft }): ReactElement {
  const policy = read(draft);
  const differences = useApi(api.policyDrafts.differences, { params: { id: draft.id } });
  const proof = useApi(api.policyDrafts.proof, { params: { id: draft.id } });
  const impact = useApi(api.policyDrafts.impact, { params: { id: draft.id } });
  if (policy === null) return <Empty title="草案还没有写完">改到能读通以后再打印。</Empty>;
  const { manifest, interpretations, parameters } = policy.rules;
  const proved = proof.data?.proof;
  const assessed = impact.data?.impact;
  return (
    <PrintSheet
      title={manifest.title}
      left={`${manifest.documentNumber} · 第 ${manifest.version} 版`}
      right={`${manifest.effective.from} 起施行`}
      foot={<span className="num break-all">规则的指纹 {draft.digest}</span>}
    >
      <Part title="一、改了什么">
        {(differences.data?.rows.length ?? 0) === 0 ? (
          <p>{draft.base === null ? "从头起草。" : `与第 ${draft.base.version} 版相比，规则没有改动。`}</p>
        ) : (
          <DifferenceList rows={differences.data?.rows ?? []} />
        )}
      </Part>
      <Part title="二、补贴的条件和金额">
        {[...policy.benefits.keys()].map((id) => {
          const benefit = describeBenefit(policy, id);
          return (
            <section key={id} className="mb-3 break-inside-avoid">
              <h4 className="font-semibold">
                {benefit.title}
                <span className="num ml-1 text-sm font-normal">〔{benefit.clause}〕</span>
              </h4>
              <ol className="num list-decimal pl-6 text-sm">
                {benefit.tests.map((test) => (
                  <li key={test.id}>
                    {test.text}〔{test.clause}〕
                  </li>
                ))}
              </ol>
              {benefit.amount.map((one) => (
                <p key={one.stage ?? "all"} className="num text-sm">
                  金额：{one.text}
                </p>
              ))}
            </section>
          );
        })}
      </Part>
      <Part title="三、读法">
        <ol className="list-decimal pl-6 text-sm">
          {interpretations.map((one) => (
            <li key={one.id} className="mb-1 break-inside-avoid">
              {one.question}〔{one.clause}〕取：{one.readings.find(({ id }) => id === one.chosen)?.text}。不取：
              {one.readings
                .filter(({ id }) => id !== one.chosen)
                .map(({ text }) => text)
                .join("；")}
              。理由：{one.reason}
              {proposerOf(one) !== "" && `（${proposerOf(one)}提出）`}
            </li>
          ))}
        </ol>
      </Part>
      <Part title="四、参数">
        <table className="num w-full border-collapse text-sm">
          <thead>
            <tr className="border-y border-ink text-left">
              {["参数", "值", "期间", "出处"].map((head) => (
                <th key={head} scope="col" className="py-1 pr-2 font-normal">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parameters.map((parameter) =>
              parameter.values.length === 0 ? (
                <tr key={parameter.name} className="border-b border-line">
                  <td className="py-1 pr-2">{parameter.label}</td>
                  <td colSpan={3}>由各地规定</td>
                </tr>
              ) : (
                parameter.values.map((row, at) => (
                  <tr key={`${parameter.name}-${at}`} className="border-b border-line align-top">
                    <td className="py-1 pr-2">{at === 0 ? parameter.label : ""}</td>
                    <td className="py-1 pr-2">{showValue(parameter.type, row.value)}</td>
                    <td className="py-1 pr-2 whitespace-nowrap">
                      {row.from === undefined && row.to === undefined
                        ? "一直"
                        : `${row.from ?? ""} 至 ${row.to ?? "今后"}`}
                    </td>
                    <td className="py-1">{row.source}</td>
                  </tr>
                ))
              ),
            )}
          </tbody>
        </table>
      </Part>
      <Part title="五、核对">
        <p className="num text-sm">
          证明：
          {proved?.proved === true && proved.current
            ? `成立，走过 ${formatNumber(proved.tried)} 种情形（${formatInstant(proved.startedAt)}）。`
            : "对现在的内容还没有。"}
        </p>
        <p className="num text-sm">
          对已有申请的影响：
          {assessed?.state === "done" && assessed.current
            ? `看过 ${formatNumber(assessed.sum.cases)} 笔，${formatNumber(assessed.sum.changed)} 笔会变，金额由 ${formatYuan(assessed.sum.beforeFen)} 元变为 ${formatYuan(assessed.sum.afterFen)} 元。`
            : "对现在的内容还没有测算。"}
        </p>
      </Part>
      <div className="mt-6 grid grid-cols-3 gap-4 break-inside-avoid text-sm">
        {["起草", "签发", "单位（盖章）"].map((who) => (
          <div key={who} className="border border-ink p-3">
            <p>{who}</p>
            <p className="mt-14 text-right">年　　月　　日</p>
          </div>
        ))}
      </div>
    </PrintSheet>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <section className="mb-4">
      <h3 className="mb-1 border-b border-ink pb-0.5 text-lg font-semibold">{title}</h3>
      {children}
    </section>
  );
}
