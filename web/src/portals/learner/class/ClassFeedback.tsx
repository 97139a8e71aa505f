import { stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import type { OwnFeedback } from "../../../features/feedback/aspects.ts";
import { StarFigures } from "../../../features/feedback/StarFigures.tsx";
import { FeedbackDialog } from "./FeedbackDialog.tsx";

/** A learner's own words on a class that is over; nothing for whoever has none and can't write any. */
export function ClassFeedback({ enrolmentId, className }: { enrolmentId: string; className: string }): ReactElement {
  const query = useApi(api.classFeedback.own, { params: { id: enrolmentId } });
  const [writing, setWriting] = useState(false);
  const [taking, setTaking] = useState<OwnFeedback | null>(null);
  const { rows = [], whyNot = null } = query.data ?? {};
  const standing = rows.some(({ state }) => state === "submitted" || state === "published");
  return (
    <Card title="评价这个班">
      {rows.map((one) => (
        <div key={one.id} className="grid gap-2 border-b border-line py-3 first:pt-0">
          <p className="flex flex-wrap items-center justify-between gap-x-3">
            <StatusMark kind={stateKind("class-feedback", one.state)}>{one.stateLabel}</StatusMark>
            <span className="num text-sm text-ink-3">{formatInstant(one.writtenAt)}</span>
          </p>
          <StarFigures stars={one} />
          {one.text !== "" && <p className="whitespace-pre-line">{one.text}</p>}
          {one.reason !== null && <p className="text-refuse">没有公开：{one.reason}</p>}
          {one.reply !== null && <p className="border-l-2 border-line-strong pl-3 text-ink-2">机构答复：{one.reply}</p>}
          {(one.state === "submitted" || one.state === "published") && (
            <div>
              <Button variant="quiet" onClick={() => setTaking(one)}>
                撤回评价
              </Button>
            </div>
          )}
        </div>
      ))}
      {query.data !== undefined && !standing && (
        <div className="grid gap-3 pt-3 first:pt-0">
          <p className="text-ink-2">{whyNot ?? "讲得怎么样、用不用得上，给后来的人说一说。公开时不写您的名字。"}</p>
          {whyNot === null && (
            <div>
              <Button variant="secondary" onClick={() => setWriting(true)}>
                写评价
              </Button>
            </div>
          )}
        </div>
      )}
      {writing && <FeedbackDialog enrolmentId={enrolmentId} className={className} onClose={() => setWriting(false)} />}
      {taking !== null && <TakeBack id={taking.id} onClose={() => setTaking(null)} />}
    </Card>
  );
}

function TakeBack({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const tell = useToast();
  const withdraw = useChange(api.classFeedback.withdraw, {
    refresh: [api.classFeedback.own],
    onSuccess: () => {
      tell("评价已撤回");
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title="撤回评价"
      consequences={["公开的页面上不再有这条评价，分数也不再计入。", "撤回后可以重新写一条。"]}
      action="撤回"
      busy={withdraw.isPending}
      error={withdraw.error}
      onConfirm={() => withdraw.mutate({ params: { id }, body: {} })}
    />
  );
}
