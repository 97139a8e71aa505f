import { stateKind, stateWord } from "@jinengtong/words";
import type { ReactElement, ReactNode } from "react";
import { Card } from "../../kit/Card.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Money } from "../../kit/Money.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { projectLabel } from "../occupations/levels.ts";
import { type Batch, clockOf, DUTIES, STEPS, WAYS } from "./words.ts";

interface BatchViewProps {
  batch: Batch;
  office?: boolean;
  /** Acts, beside the state. */
  actions?: ReactNode;
  /** Below: candidates, objections. */
  children?: ReactNode;
}

/** A batch as the body and the bureau see it: the plan, its days, what must hold before the start, rooms, people, supervision. */
export function BatchView({ batch, office = false, actions, children }: BatchViewProps): ReactElement {
  const word = stateWord("evaluation-batch", batch.state);
  return (
    <div className="grid gap-4">
      {batch.stopped !== null && (
        <Notice tone="refuse" title="这个批次已被叫停">{`${batch.stopped}。恢复以前不能往下办理。`}</Notice>
      )}
      <Card
        title={projectLabel(batch.occupationName, batch.level)}
        action={
          <StatusMark kind={stateKind("evaluation-batch", batch.state, office ? "office" : undefined)}>
            {word.label}
          </StatusMark>
        }
      >
        <FactList
          columns={3}
          facts={[
            { label: "批次", value: <span className="num">{batch.number}</span> },
            { label: "评价机构", value: batch.organisationName },
            {
              label: "考试",
              value: <span className="num">{`${batch.examOn} ${clockOf(batch.from)}–${clockOf(batch.to)}`}</span>,
            },
            { label: "方式", value: batch.ways.map((way) => WAYS[way]).join("、") },
            { label: "场地", value: `${batch.siteName}，${batch.address}` },
            { label: "收费", value: <Money fen={batch.chargeFen} /> },
            { label: "预计人数", value: <span className="num">{batch.expected} 人</span> },
            {
              label: "考生",
              value: (
                <span className="num">
                  符合 {batch.candidates.admitted}，待审查 {batch.candidates.entered}，不符合 {batch.candidates.refused}
                </span>
              ),
            },
            {
              label: "成绩",
              value: (
                <span className="num">
                  合格 {batch.results.passed}，不合格 {batch.results.failed}
                </span>
              ),
            },
            ...(batch.decisionReason === null ? [] : [{ label: "审核意见", value: batch.decisionReason, wide: true }]),
            { label: "公告", value: batch.notice, wide: true },
            ...(batch.digest === null
              ? []
              : [
                  {
                    label: "档案摘要（SHA-256）",
                    value: <span className="num break-all">{batch.digest}</span>,
                    wide: true,
                  },
                ]),
          ]}
        />
        {actions !== undefined && <div className="mt-4 flex flex-wrap gap-2">{actions}</div>}
      </Card>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Nodes batch={batch} />
        {batch.checks.length > 0 && <Checks batch={batch} />}
        <People batch={batch} />
        <Rooms batch={batch} />
      </div>
      {batch.supervision.length > 0 && <Supervision batch={batch} />}
      {children}
    </div>
  );
}

function Nodes({ batch }: { batch: Batch }): ReactElement {
  return (
    <Card title="办理时限" level={3}>
      <ol className="grid gap-2">
        {batch.nodes.map((node) => (
          <li key={node.node} className="flex flex-wrap items-baseline justify-between gap-2">
            <span>{node.title}</span>
            <span className="flex flex-wrap items-baseline gap-2">
              <span className="num text-ink-2">{node.on} 前</span>
              {node.metOn !== null ? (
                <StatusMark kind={node.metOn > node.on ? "late" : "done"}>{`${node.metOn} 完成`}</StatusMark>
              ) : node.skippedBecause !== null ? (
                <StatusMark kind="ended">{node.skippedBecause}</StatusMark>
              ) : node.overdue ? (
                <StatusMark kind="late">已超期</StatusMark>
              ) : (
                <StatusMark kind="waiting">未到期</StatusMark>
              )}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Checks({ batch }: { batch: Batch }): ReactElement {
  return (
    <Card title="开考前核对" level={3}>
      <ul className="grid gap-2">
        {batch.checks.map((check) => (
          <li key={check.rule + check.sentence} className="grid grid-cols-[auto_1fr] gap-x-3">
            <StatusMark kind={check.ok ? "done" : "refused"}>{check.ok ? "已满足" : "未满足"}</StatusMark>
            <span className="min-w-0">{check.sentence}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function People({ batch }: { batch: Batch }): ReactElement {
  return (
    <Card title="人员" level={3}>
      {batch.staff.length === 0 ? (
        <p className="text-ink-2">还没有派员。</p>
      ) : (
        <ul className="grid gap-2">
          {batch.staff.map((one) => (
            <li key={one.id} className="flex flex-wrap items-baseline justify-between gap-2">
              <span>
                {one.name}
                <span className="ml-2 text-sm text-ink-2">
                  {DUTIES[one.duty]}
                  {one.leader && "（组长）"}
                </span>
              </span>
              {one.conflict !== null ? (
                <span className="min-w-0">
                  <StatusMark kind="late">申报回避</StatusMark> {one.conflict}
                </span>
              ) : one.presentAt === null ? (
                <StatusMark kind="waiting">没有到岗</StatusMark>
              ) : (
                <StatusMark kind="done">
                  {`${clockOf(one.presentAt)} 到岗${one.sheets > 0 ? `，已评 ${one.sheets}` : ""}`}
                </StatusMark>
              )}
            </li>
          ))}
        </ul>
      )}
      {batch.papers.length > 0 && (
        <ul className="mt-3 grid gap-1 border-t border-line pt-3 text-sm text-ink-2">
          {batch.papers.map((paper) => (
            <li key={paper.id}>
              {WAYS[paper.subject]}试卷“{paper.title}”，从 {paper.pool} 份中抽取，
              {paper.opened === 2 ? "已由两人启封" : paper.opened === 1 ? "一人已启封，等另一人" : "没有启封"}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Rooms({ batch }: { batch: Batch }): ReactElement {
  return (
    <Card title="考场" level={3}>
      {batch.rooms.length === 0 ? (
        <p className="text-ink-2">还没有编排考场。</p>
      ) : (
        <ul className="grid gap-2">
          {batch.rooms.map((room) => (
            <li key={room.id} className="flex flex-wrap justify-between gap-2">
              <span>
                {WAYS[room.subject]} · {room.roomName}
              </span>
              <span className="num text-ink-2">
                {clockOf(room.from)}–{clockOf(room.to)}，{room.seated} 人
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Supervision({ batch }: { batch: Batch }): ReactElement {
  return (
    <Card title="督导情况" level={3}>
      <ul className="grid gap-2">
        {batch.supervision.map((one) => (
          <li key={`${one.at}${one.name}${one.step}`} className="grid gap-1">
            <span className="flex flex-wrap items-baseline gap-2">
              <span className="num text-ink-2">{formatInstant(one.at)}</span>
              <span>
                {one.name} · {STEPS[one.step]}
                {one.heads !== null && `，实到 ${one.heads} 人`}
              </span>
              {one.grave && <StatusMark kind="late">严重问题</StatusMark>}
            </span>
            <span>{one.finding}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
