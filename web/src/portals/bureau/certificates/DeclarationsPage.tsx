import { stateChoices, stateKind, stateWord } from "@jinengtong/words";
import { api } from "../../../api/api.ts";
import { certificateKinds, OFFICE_DAYS } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { Button } from "../../../kit/Button.tsx";
import { dateOf, formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { useFilters } from "../../../lists/use-filters.ts";
import { CaseFacts } from "../../../lists/queue/CaseFacts.tsx";
import { FilterList } from "../../../kit/staff/FilterList.tsx";
import { useList } from "../../../lists/use-list.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { StatusMark, type StatusKind } from "../../../kit/StatusMark.tsx";
import { EvidenceFile } from "../EvidenceFile.tsx";
import { UnmaskPerson } from "../people/UnmaskPerson.tsx";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { waitingSince } from "../../../lists/queue/late-days.ts";
import { useVerdict } from "../../../lists/queue/use-verdict.tsx";
import { DecideDeclarationDialog } from "./DecideDeclarationDialog.tsx";
import type { Declaration } from "../../../features/certificates/declaration.ts";
import { DecideDeclarations } from "./DecideDeclarations.tsx";

type State = Declaration["state"];

const ANSWERS: Record<Declaration["queryAnswer"], { kind: StatusKind; label: string }> = {
  confirmed: { kind: "done", label: "全国联网查询：相符" },
  unknown: { kind: "late", label: "全国联网查询：查不到" },
  "cannot-tell": { kind: "waiting", label: "全国联网查询：没有结果" },
};

/** 证书核验: certificates obtained elsewhere, the national answer and the scan beside the declaration. */
export default function DeclarationsPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const state = (filters.state === "" ? "declared" : filters.state) as State;
  const list = useList(api.declarations.list, {
    usual: "declaredAt",
    query: { state },
    exportAs: "证书申报.xlsx",
  });
  return (
    <CaseQueue
      title="证书核验"
      list={list}
      orders={[
        ["declaredAt", "先申报在前"],
        ["-declaredAt", "新申报在前"],
        ["holderName", "按姓名"],
        ["issuerName", "按发证机构"],
        ["-issuedOn", "新发证在前"],
      ]}
      item={itemOf}
      renderBulk={(rows, onDone) => <DecideDeclarations rows={rows} onDone={onDone} />}
      unit="件"
      emptyTitle={state === "declared" ? "没有待核验的证书" : "没有这样的申报"}
      emptyText="学员或企业申报的外地证书、平台以外取得的证书会出现在这里，先报的在前。"
      keys={[
        ["p", "确认"],
        ["x", "不通过"],
      ]}
      filters={
        <FilterList
          title="状态"
          {...bind("state", "declared")}
          options={stateChoices("certificate-declaration").map(({ value, label }) => ({ key: value, title: label }))}
        />
      }
    >
      {(_key, row, done) =>
        row === undefined ? (
          <Notice title="这件申报不在列表中">可能已由他人核验，可以换一个状态查看。</Notice>
        ) : (
          <DeclarationCase declaration={row} onDone={done} />
        )
      }
    </CaseQueue>
  );
}

function DeclarationCase({ declaration, onDone }: { declaration: Declaration; onDone: () => void }): ReactElement {
  const { verdict, buttons, close } = useVerdict(
    declaration.state === "declared",
    { verdict: "confirmed", key: "p", words: "确认证书" },
    { verdict: "rejected", key: "x", words: "不通过" },
  );
  const answer = ANSWERS[declaration.queryAnswer];
  return (
    <article className="grid gap-5">
      <CaseFacts
        number={declaration.number}
        title={declaration.holderName}
        status={
          <StatusMark kind={stateKind("certificate-declaration", declaration.state, "office")}>
            {stateWord("certificate-declaration", declaration.state).label}
          </StatusMark>
        }
        facts={[
          {
            label: "身份证号",
            value: (
              <UnmaskPerson personId={declaration.personId} field="citizenId" masked={declaration.citizenIdMasked} />
            ),
          },
          { label: "证书种类", value: certificateKinds.label(declaration.kind) },
          { label: "职业与等级", value: projectLabel(declaration.occupationName, declaration.level) },
          { label: "发证机构", value: declaration.issuerName },
          { label: "发证日期", value: <span className="num">{declaration.issuedOn}</span> },
          { label: "申报", value: <span className="num">{formatInstant(declaration.declaredAt)}</span> },
          ...(declaration.decisionReason === null
            ? []
            : [{ label: "核验意见", value: declaration.decisionReason, wide: true }]),
        ]}
        actions={
          <>
            {buttons}
            <Button variant="secondary" to={`/bureau/people/${declaration.personId}`}>
              人员档案
            </Button>
          </>
        }
      />
      <section className="rounded-md border border-line p-4">
        <StatusMark kind={answer.kind}>{answer.label}</StatusMark>
        <p className="text-ink-2">{declaration.queryNote}</p>
      </section>
      {declaration.hasEvidence ? (
        <EvidenceFile url={`/api/v1/certificate-declarations/${declaration.id}/evidence`} name="证书影像" />
      ) : (
        <p className="text-ink-2">
          没有上传证书影像。可以请申报人补充，或到
          <Link to={`/certificates?number=${declaration.number}`} className="text-accent underline underline-offset-3">
            证书查验
          </Link>
          核对编号。
        </p>
      )}
      {verdict !== null && (
        <DecideDeclarationDialog declaration={declaration} verdict={verdict} onClose={close} onDone={onDone} />
      )}
    </article>
  );
}

const itemOf = (row: Declaration): QueueItem => ({
  key: row.id,
  title: row.holderName,
  detail: `${certificateKinds.label(row.kind)} · ${projectLabel(row.occupationName, row.level)}`,
  who: `${dateOf(row.declaredAt)} 申报`,
  ...waitingSince(row.declaredAt, OFFICE_DAYS.declaration, row.state !== "declared"),
});
