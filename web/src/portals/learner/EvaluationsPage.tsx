import { stateWord } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { contractOf } from "../../api/contract.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { clockOf, WAYS } from "../../features/evaluations/words.ts";
import { projectLabel } from "../../features/occupations/levels.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { FormBody, FormField, FormFooter, useForm } from "../../kit/form.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { TextArea } from "../../kit/TextArea.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { useDownload } from "../../lists/use-download.ts";

type Evaluation = Output<Api["evaluationCandidates"]["mine"]>["evaluations"][number];

/** 我的技能认定: ticket, seat, result, objection. */
export default function EvaluationsPage(): ReactElement {
  const mine = useApi(api.evaluationCandidates.mine, {});
  return (
    <Page
      title="我的技能认定"
      intro="准考证、座位、成绩都在这里。成绩公示期间觉得不对，可以提异议，答复以前不会发证。"
      back={{ to: "/my/me", title: "我的" }}
    >
      <QueryView
        query={mine}
        lines={6}
        isEmpty={({ evaluations }) => evaluations.length === 0}
        empty={
          <Empty title="还没有报名技能认定">
            向评价机构报名，不必先上培训班。报名后资格审查、考场座位和成绩都会显示在这里。
          </Empty>
        }
      >
        {({ evaluations }) => (
          <ul className="grid gap-4">
            {evaluations.map((one) => (
              <li key={one.id}>
                <EvaluationCard evaluation={one} />
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Page>
  );
}

function EvaluationCard({ evaluation }: { evaluation: Evaluation }): ReactElement {
  const { save, busy } = useDownload();
  const [objecting, setObjecting] = useState(false);
  const state = stateWord("evaluation-candidate", evaluation.state);
  const { result } = evaluation;
  return (
    <Card
      title={projectLabel(evaluation.occupationName, evaluation.level)}
      tone={evaluation.state === "refused" ? "refuse" : "plain"}
      action={<StatusMark kind={state.kind}>{state.label}</StatusMark>}
    >
      <p className="text-ink-2">{evaluation.organisationName}</p>
      <p>
        <span className="num">{evaluation.examOn}</span> 在 {evaluation.siteName}（{evaluation.address}）
      </p>
      {evaluation.batchState === "cancelled" && <p className="mt-2">这个批次已取消，请向评价机构问清下一批的时间。</p>}
      {evaluation.state === "refused" && <p className="mt-2">{evaluation.checkReason}。请向评价机构补正材料。</p>}
      {evaluation.ticket !== null && (
        <p className="mt-2">
          准考证号 <span className="num text-lg font-semibold">{evaluation.ticket}</span>
        </p>
      )}
      {evaluation.seats.length > 0 && (
        <ul className="mt-2 grid gap-1">
          {evaluation.seats.map((seat) => (
            <li key={seat.subject}>
              {WAYS[seat.subject]}：<span className="num">{clockOf(seat.startsAt)}</span> {seat.roomName}{" "}
              <span className="num">{seat.seat}</span> 号
            </li>
          ))}
        </ul>
      )}
      {result !== null && (
        <div className="mt-3 border-t border-line pt-3">
          <StatusMark kind={result.passed ? "done" : "refused"}>
            {result.passed
              ? "合格"
              : result.status === "absent"
                ? "缺考"
                : result.status === "cheated"
                  ? "违纪"
                  : "不合格"}
          </StatusMark>
          <p className="num mt-1">
            {evaluation.ways
              .filter((way) => result[way] !== null)
              .map((way) => `${WAYS[way]} ${result[way]}`)
              .join("，")}
          </p>
          {result.certificate !== null && (
            <p className="mt-1">
              证书编号 <span className="num break-all">{result.certificate}</span>
            </p>
          )}
        </div>
      )}
      {evaluation.objection !== null && (
        <p className="mt-2 text-ink-2">
          我的异议：{stateWord("evaluation-objection", evaluation.objection.state).label}
          {evaluation.objection.answer !== null && `。${evaluation.objection.answer}`}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {evaluation.seats.length > 0 && evaluation.batchState === "published" && (
          <Button
            variant="secondary"
            icon="print"
            busy={busy}
            onClick={() => save(`/api/v1/evaluation-candidates/${evaluation.id}/ticket`, {}, "准考证.pdf")}
          >
            准考证
          </Button>
        )}
        {evaluation.objectUntil !== null && evaluation.objection?.state !== "open" && (
          <Button variant="secondary" onClick={() => setObjecting(true)}>
            对成绩提异议（{evaluation.objectUntil} 前）
          </Button>
        )}
      </div>
      {objecting && <ObjectionDialog id={evaluation.id} onClose={() => setObjecting(false)} />}
    </Card>
  );
}

function ObjectionDialog({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const tell = useToast();
  const object = useChange(api.evaluationCandidates.object, {
    refresh: [api.evaluationCandidates.mine],
    onSuccess: () => {
      tell("异议已提交，有答复会发消息给您");
      onClose();
    },
  });
  const form = useForm({
    initial: { text: "" },
    rules: contractOf(api.evaluationCandidates.object),
    error: object.error,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title="对成绩提异议"
      footer={
        <FormFooter
          form={form}
          action="提交异议"
          busy={object.isPending}
          onConfirm={() => object.mutate({ params: { id }, body: form.values })}
          onClose={onClose}
        />
      }
    >
      <FormBody form={form}>
        <FormField name="text" label="哪里不对" hint="写清科目和理由，由人社部门答复">
          <TextArea rows={4} {...form.bind("text")} />
        </FormField>
      </FormBody>
    </Dialog>
  );
}
