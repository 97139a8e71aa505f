import { stateChoices, stateKind } from "@jinengtong/words";
import { OFFICE_DAYS } from "@jinengtong/standards";
import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import type { Feedback } from "../../../features/feedback/aspects.ts";
import { StarFigures } from "../../../features/feedback/StarFigures.tsx";
import { Button } from "../../../kit/Button.tsx";
import { dateOf, formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { FilterList } from "../../../kit/staff/FilterList.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { CaseFacts } from "../../../lists/queue/CaseFacts.tsx";
import { CaseQueue } from "../../../lists/queue/CaseQueue.tsx";
import { waitingSince } from "../../../lists/queue/late-days.ts";
import type { QueueItem } from "../../../lists/queue/queue-order.ts";
import { useVerdict } from "../../../lists/queue/use-verdict.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { useList } from "../../../lists/use-list.ts";
import { DecideFeedbackDialog, RemoveReplyDialog } from "./DecideFeedbackDialog.tsx";
import { DecideFeedbacks } from "./DecideFeedbacks.tsx";

type State = Feedback["state"];

/** 学员评价: words of learners on ended classes, read before they are public. */
export default function FeedbackPage(): ReactElement {
  const [filters, , bind] = useFilters(["state"]);
  const state = (filters.state === "" ? "submitted" : filters.state) as State;
  const list = useList(api.classFeedback.list, { usual: "writtenAt", query: { state }, exportAs: "学员评价.xlsx" });
  return (
    <CaseQueue
      title="学员评价"
      list={list}
      orders={[
        ["writtenAt", "先写的在前"],
        ["-writtenAt", "新写的在前"],
      ]}
      item={itemOf}
      renderBulk={(rows, onDone) => <DecideFeedbacks rows={rows} onDone={onDone} />}
      unit="条"
      emptyTitle={state === "submitted" ? "没有等着公开的评价" : "没有这样的评价"}
      emptyText="学完的人写的评价会出现在这里，看过后公开；说得不好不是不公开的理由。"
      keys={[
        ["p", "公开"],
        ["x", "不公开"],
      ]}
      filters={
        <FilterList
          title="状态"
          {...bind("state", "submitted")}
          options={stateChoices("class-feedback").map(({ value, label }) => ({ key: value, title: label }))}
        />
      }
    >
      {(key, row, done) =>
        row === undefined ? (
          <Notice title="这条评价不在列表中">可能已由他人办理或本人撤回，可以换一个状态查看。</Notice>
        ) : (
          <FeedbackCase key={key} feedback={row} onDone={done} />
        )
      }
    </CaseQueue>
  );
}

function FeedbackCase({ feedback, onDone }: { feedback: Feedback; onDone: () => void }): ReactElement {
  const [removing, setRemoving] = useState(false);
  const [hiding, setHiding] = useState(false);
  const { verdict, buttons, close } = useVerdict(
    feedback.state === "submitted",
    { verdict: "published", key: "p", words: "公开" },
    { verdict: "refused", key: "x", words: "不公开" },
  );
  const answered = feedback.reply !== null && feedback.replyRemoved === null;
  return (
    <article className="grid gap-5">
      <CaseFacts
        number={feedback.organisationName}
        title={feedback.className}
        status={
          <StatusMark kind={stateKind("class-feedback", feedback.state, "office")}>{feedback.stateLabel}</StatusMark>
        }
        facts={[
          { label: "评价人", value: feedback.authorName ?? "" },
          { label: "班结束", value: <span className="num">{feedback.endsOn}</span> },
          { label: "写于", value: <span className="num">{formatInstant(feedback.writtenAt)}</span> },
          ...(feedback.reason === null ? [] : [{ label: "理由", value: feedback.reason, wide: true }]),
        ]}
        actions={
          <>
            {buttons}
            {feedback.state === "published" && (
              <Button variant="danger" onClick={() => setHiding(true)}>
                改为不公开
              </Button>
            )}
            {answered && (
              <Button variant="danger" onClick={() => setRemoving(true)}>
                撤下机构的答复
              </Button>
            )}
            <Button variant="secondary" to={`/bureau/classes/${feedback.classId}`}>
              看这个班
            </Button>
          </>
        }
      />
      <StarFigures stars={feedback} />
      <p className="max-w-(--measure) whitespace-pre-line">
        {feedback.text === "" ? <span className="text-ink-2">只给了星，没有写字。</span> : feedback.text}
      </p>
      {feedback.reply !== null && (
        <section className="max-w-(--measure) border-l-2 border-line-strong pl-3">
          <p>机构答复：{feedback.reply}</p>
          {feedback.replyRemoved !== null && <p className="text-refuse">已撤下：{feedback.replyRemoved}</p>}
        </section>
      )}
      {(verdict !== null || hiding) && (
        <DecideFeedbackDialog
          feedback={feedback}
          verdict={verdict ?? "refused"}
          onClose={() => {
            close();
            setHiding(false);
          }}
          onDone={onDone}
        />
      )}
      {removing && <RemoveReplyDialog feedback={feedback} onClose={() => setRemoving(false)} />}
    </article>
  );
}

const itemOf = (row: Feedback): QueueItem => ({
  key: row.id,
  title: row.className,
  detail: row.text === "" ? "只给了星" : row.text.slice(0, 40),
  who: `${dateOf(row.writtenAt)} ${row.authorName ?? ""}`,
  ...waitingSince(row.writtenAt, OFFICE_DAYS.feedback, row.state !== "submitted"),
});
