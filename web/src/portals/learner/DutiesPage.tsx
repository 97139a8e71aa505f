import { useState, type ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { clockOf, DUTIES, WAYS } from "../../features/evaluations/words.ts";
import { projectLabel } from "../../features/occupations/levels.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { ReasonDialog } from "../../kit/staff/ReasonDialog.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { SupervisionDialog } from "./evaluation/SupervisionDialog.tsx";

export type Duty = Output<Api["evaluationDuties"]["mine"]>["duties"][number];

/** 考评督导任务: batches that one is sent to, on the phone: presence, conflict, papers, score sheet, report. */
export default function DutiesPage(): ReactElement {
  const mine = useApi(api.evaluationDuties.mine, {});
  return (
    <Page
      title="考评督导任务"
      intro="到场先点到岗。有利害关系的考前申报回避。评分表只登本人的，看不到别人的分。"
      back={{ to: "/my/me", title: "我的" }}
    >
      <QueryView
        query={mine}
        lines={6}
        isEmpty={({ duties }) => duties.length === 0}
        empty={
          <Empty title="没有派给您的任务">
            您是在册的考评员、监考或督导时，被派往批次的任务会列在这里，并发消息通知。
          </Empty>
        }
      >
        {({ duties }) => (
          <ul className="grid gap-4">
            {duties.map((duty) => (
              <li key={duty.id}>
                <DutyCard duty={duty} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Page>
  );
}

function DutyCard({ duty }: { duty: Duty }): ReactElement {
  const tell = useToast();
  const refresh = [api.evaluationDuties.mine] as const;
  const [open, setOpen] = useState<"conflict" | "supervision" | null>(null);
  const present = useChange(api.evaluationDuties.present, { refresh, onSuccess: () => tell("已到岗") });
  const unseal = useChange(api.evaluationPapers.open, {
    refresh,
    onSuccess: (done) => tell(done.open ? "试卷已由两人启封" : "您已启封，请机构人员再启封"),
  });
  const declare = useChange(api.evaluationDuties.declareConflict, {
    refresh,
    onSuccess: () => {
      tell("已申报回避，评价机构会另派人");
      setOpen(null);
    },
  });
  const supervises = duty.duty === "internal-supervisor" || duty.duty === "external-supervisor";
  const running = ["running", "held"].includes(duty.state);
  const scores = running && duty.ways.filter((way) => duty.duty === "examiner" || (way === "theory" && !supervises));
  const error = present.error ?? unseal.error;
  return (
    <Card
      tone={running ? "turn" : "plain"}
      title={`${projectLabel(duty.occupationName, duty.level)} · ${DUTIES[duty.duty]}${duty.leader ? "组长" : ""}`}
      action={
        duty.stopped ? (
          <StatusMark kind="late">已叫停</StatusMark>
        ) : duty.present ? (
          <StatusMark kind="done">已到岗</StatusMark>
        ) : (
          <StatusMark kind="waiting">待到岗</StatusMark>
        )
      }
    >
      <p className="text-ink-2">{duty.organisationName}</p>
      <p>
        <span className="num">
          {duty.examOn} {clockOf(duty.startsAt)}
        </span>{" "}
        {duty.siteName}，{duty.address}
      </p>
      {duty.conflict !== null && <p className="mt-2">已申报回避：{duty.conflict}</p>}
      {error !== null && <ErrorNotice error={error} />}
      <div className="mt-3 flex flex-wrap gap-2">
        {!duty.present && ["published", "running"].includes(duty.state) && (
          <Button busy={present.isPending} onClick={() => present.mutate({ params: { id: duty.id }, body: {} })}>
            我已到岗
          </Button>
        )}
        {scores !== false &&
          scores.map((way) => (
            <Button key={way} to={`/my/duties/${duty.id}/${way}`}>
              登{WAYS[way]}评分
            </Button>
          ))}
        {supervises &&
          ["published", "running"].includes(duty.state) &&
          duty.papers
            .filter(({ opened }) => opened < 2)
            .map((paper) => (
              <Button
                key={paper.id}
                variant="secondary"
                icon="lock"
                busy={unseal.isPending}
                onClick={() => unseal.mutate({ params: { id: paper.id }, body: {} })}
              >
                启封{WAYS[paper.subject]}试卷
              </Button>
            ))}
        {supervises && ["published", "running", "held"].includes(duty.state) && (
          <Button variant="secondary" onClick={() => setOpen("supervision")}>
            记督导情况
          </Button>
        )}
        {["approved", "published"].includes(duty.state) && duty.conflict === null && (
          <Button variant="quiet" onClick={() => setOpen("conflict")}>
            申报回避
          </Button>
        )}
      </div>
      {open === "supervision" && <SupervisionDialog duty={duty} onClose={() => setOpen(null)} />}
      {open === "conflict" && (
        <ReasonDialog
          open
          onClose={() => setOpen(null)}
          title="申报回避"
          consequences={["评价机构会另派一人；没有另派以前不能开考。"]}
          action="申报回避"
          rules={contractOf(api.evaluationDuties.declareConflict)}
          readBy="评价机构和人社部门会看到"
          busy={declare.isPending}
          error={declare.error}
          onConfirm={({ text }) => declare.mutate({ params: { id: duty.id }, body: { reason: text } })}
        />
      )}
    </Card>
  );
}
