import { api, type Api } from "../../../api/api.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../../api/client.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { ActDialog } from "../ActDialog.tsx";

type Join = Output<Api["personJoins"]["list"]>["rows"][number];

/** Joins of a person's record, or all that wait: what another officer decides, and what was joined. */
export function JoinNotices({ personId }: { personId?: string }): ReactElement | null {
  const joins = useApi(api.personJoins.list, {
    query: personId === undefined ? { state: "asked" } : { personId },
  });
  const rows = (joins.data?.rows ?? []).filter(
    (row) => row.state === "asked" || (row.state === "done" && row.undoes === null && !row.undone),
  );
  if (rows.length === 0) return null;
  return (
    <div className="grid gap-3">
      {rows.map((row) => (
        <JoinNotice key={row.id} join={row} personId={personId} />
      ))}
    </div>
  );
}

function JoinNotice({ join, personId }: { join: Join; personId: string | undefined }): ReactElement {
  const [agreed, setAgreed] = useState<boolean | null>(null);
  const [undoing, setUndoing] = useState(false);
  const tell = useToast();
  const refresh = [api.personJoins.list, api.people.show, api.people.possibleDuplicates];
  const decide = useChange(api.personJoins.decide, {
    refresh,
    onSuccess: () => {
      tell(agreed === true ? "已办理，本人会收到通知" : "没有同意，两份档案照旧");
      setAgreed(null);
    },
  });
  const undo = useChange(api.personJoins.undo, {
    refresh,
    onSuccess: () => {
      tell("已提出撤销，待另一位审核人员确认");
      setUndoing(false);
    },
  });
  const session = useSession();
  const reviewer = session.data?.account?.role === "reviewer";
  const waits = join.state === "asked";
  const parts = join.undoes !== null;
  const act = parts ? "撤销并档" : "并档";
  return (
    <>
      <Notice
        tone={waits ? "turn" : "info"}
        title={
          !waits
            ? join.joined.id === personId
              ? "这份档案已并入另一份，以保留的档案为准"
              : "另一份档案已并入这一份"
            : join.mine
              ? `您已提出${act}，待另一位审核人员确认`
              : `${join.askedBy}提出${act}，待您确认`
        }
        {...(!reviewer || (waits && join.mine)
          ? {}
          : {
              action: waits ? (
                <span className="flex flex-wrap gap-2">
                  <Button onClick={() => setAgreed(true)}>确认{act}</Button>
                  <Button variant="secondary" onClick={() => setAgreed(false)}>
                    不同意
                  </Button>
                </span>
              ) : (
                <Button variant="secondary" onClick={() => setUndoing(true)}>
                  撤销并档
                </Button>
              ),
            })}
      >
        <p>
          {join.joined.name}　<Record of={join.joined} />
          {parts ? "　原并入　" : "　并入　"}
          <Record of={join.kept} />
        </p>
        <p>
          {formatInstant(join.askedAt)}　{join.reason}
        </p>
        <p>
          {waits && !parts ? "将并入：" : "还留在原档案："}
          {holdsOf(join.holds)}
        </p>
        {join.holds.sameClass > 0 && (
          <p>
            其中 {join.holds.sameClass}{" "}
            个班两份档案都报了名：名额、证书和补贴只算保留档案的，多出的留在原档案，请另行撤销。
          </p>
        )}
      </Notice>
      <ConfirmSheet
        open={agreed !== null}
        onClose={() => setAgreed(null)}
        title={agreed === true ? `确认${act}` : `不同意${act}`}
        consequences={
          agreed !== true
            ? ["两份档案照旧，提出的经过保留。"]
            : parts
              ? ["当时并入的记录回到原来的档案。", "两份档案的本人都会收到通知。"]
              : [
                  `档案 ${join.joined.number} 的记录全部并入档案 ${join.kept.number}，补贴次数合并计算。`,
                  "超出次数的补贴会提请撤销，确认前不拨付。",
                  "本人会收到通知。",
                ]
        }
        action={agreed === true ? `确认${act}` : "不同意"}
        busy={decide.isPending}
        error={decide.error}
        onConfirm={() => decide.mutate({ params: { id: join.id }, body: { agreed: agreed === true } })}
      />
      {undoing && (
        <ActDialog
          title="撤销并档"
          consequences={["另一位审核人员确认后，当时并入的记录回到原来的档案，两边本人都会收到通知。"]}
          action="提出撤销"
          label="依据"
          readBy="例如“核对后是两个人”，记入审计"
          busy={undo.isPending}
          error={undo.error}
          onClose={() => setUndoing(false)}
          onConfirm={(reason) => undo.mutate({ params: { id: join.id }, body: { reason } })}
        />
      )}
    </>
  );
}

function Record({ of }: { of: Join["kept"] }): ReactElement {
  return (
    <Link to={`/bureau/people/${of.id}`} className="num text-accent underline underline-offset-3">
      档案 {of.number}（{of.citizenIdMasked}）
    </Link>
  );
}

const holdsOf = ({ seats, certificates, claims, facts }: Join["holds"]): string =>
  `报名 ${seats} 个班，证书 ${certificates} 本，补贴申请 ${claims} 笔，其他记录 ${facts} 条`;
