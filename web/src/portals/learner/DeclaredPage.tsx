import { stateWord } from "@jinengtong/words";
import { api } from "../../api/api.ts";
import { certificateKinds } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useApiPages, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { dateOf } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { Pager } from "../../kit/Pager.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { withLevel } from "../../features/occupations/levels.ts";
import type { Declaration } from "../../features/certificates/declaration.ts";

/** Declared certificates: state, the office's answer, and consequences. */
export default function DeclaredPage(): ReactElement {
  const list = useApiPages(api.declarations.list, { query: { limit: 50 } }, (page) => ({
    items: page.rows,
    nextCursor: page.nextCursor,
  }));
  const rows = list.rows.toSorted((a, b) => b.declaredAt.localeCompare(a.declaredAt));
  return (
    <Page
      title="在别处考的证书"
      intro="不是通过本平台考的证书，拍张照片报上来。核验属实就记进您的技能档案，能领补贴的，平台替您备好申请。"
      back={{ to: "/my/me", title: "我的" }}
      action={
        rows.length > 0 && (
          <Button icon="plus" to="/my/declared/new">
            报一本证书
          </Button>
        )
      }
    >
      {list.error !== null ? (
        <ErrorNotice error={list.error} onRetry={list.onRetry} />
      ) : list.isPending ? (
        <Skeleton lines={6} />
      ) : rows.length === 0 ? (
        <Empty title="还没有报过证书" action={<Button to="/my/declared/new">报一本证书</Button>}>
          要用到证书上的编号、发证单位和发证日期，先把证书找出来放在手边。
        </Empty>
      ) : (
        <>
          <ul className="grid gap-4">
            {rows.map((row) => (
              <li key={row.id}>
                <DeclarationCard declaration={row} />
              </li>
            ))}
          </ul>
          <Pager shown={rows.length} unit="本" hasMore={list.hasMore} onMore={list.onMore} busy={list.isLoadingMore} />
        </>
      )}
    </Page>
  );
}

function DeclarationCard({ declaration }: { declaration: Declaration }): ReactElement {
  const tell = useToast();
  const withdraw = useChange(api.declarations.withdraw, {
    refresh: [api.declarations.list],
    onSuccess: () => tell("已撤回，可以重新报"),
  });
  const state = stateWord("certificate-declaration", declaration.state);
  return (
    <Card
      tone={declaration.state === "rejected" ? "refuse" : "plain"}
      title={withLevel(declaration.occupationName, declaration.level)}
      action={<StatusMark kind={state.kind}>{state.label}</StatusMark>}
    >
      <p className="text-ink-2">
        {certificateKinds.label(declaration.kind)} · {declaration.issuerName}
      </p>
      <p className="num text-sm break-all text-ink-2">
        编号 {declaration.number}，{declaration.issuedOn} 发证
      </p>
      <p className="num text-sm text-ink-2">
        {dateOf(declaration.declaredAt)} 报上来{declaration.hasEvidence ? "，附了照片" : "，没有附照片"}
      </p>
      <div className="mt-3 border-t border-line pt-3">
        <Outcome declaration={declaration} />
        {withdraw.error !== null && <ErrorNotice error={withdraw.error} />}
        {declaration.state === "declared" && (
          <div className="mt-3">
            <Button
              variant="quiet"
              busy={withdraw.isPending}
              onClick={() => withdraw.mutate({ params: { id: declaration.id }, body: {} })}
            >
              填错了，撤回
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

/** Progress of a declared certificate: past steps and the next, as sentences. */
function Outcome({ declaration }: { declaration: Declaration }): ReactElement {
  switch (declaration.state) {
    case "declared":
      return (
        <p>
          {declaration.queryAnswer === "confirmed"
            ? "全国联网查询查到了这本证书，内容相符。"
            : declaration.queryAnswer === "unknown"
              ? "全国联网查询没有查到这本证书，要等工作人员人工核对。"
              : "等人社部门工作人员核对照片和编号。"}
          有结果会发消息给您，不用来窗口。
        </p>
      );
    case "confirmed":
      return (
        <>
          <p>证书已记进您的技能档案。按规定能领补贴的，平台已备好申请，等您确认。</p>
          <div className="mt-3 flex flex-wrap gap-3">
            <Button to="/my/claims">去看我的补贴</Button>
            <Button variant="secondary" to="/my/file">
              看技能档案
            </Button>
          </div>
        </>
      );
    case "rejected":
      return (
        <>
          <p>
            <span className="font-medium">没有通过的原因：</span>
            {declaration.decisionReason ?? "没有写明"}
          </p>
          <p className="mt-1 text-ink-2">对照证书改好再报一次；或者带证书原件到镇（街道）窗口，当面核对。</p>
          <div className="mt-3">
            <Button to="/my/declared/new">重新报</Button>
          </div>
        </>
      );
    case "withdrawn":
      return <p className="text-ink-2">您已撤回，没有继续核验。</p>;
  }
}
