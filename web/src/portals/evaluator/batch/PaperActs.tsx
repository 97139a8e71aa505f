import type { ReactElement } from "react";
import { api } from "../../../api/api.ts";
import { messageOf } from "../../../api/problem.ts";
import { useChange } from "../../../api/hooks.ts";
import { type Batch, WAYS } from "../../../features/evaluations/words.ts";
import { Button } from "../../../kit/Button.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { useToast } from "../../../kit/Toast.tsx";
import { useDownload } from "../../../lists/use-download.ts";

/** Draws the papers of a batch, opens them with the supervisor, and hands them out once both have. */
export function PaperActs({ batch }: { batch: Batch }): ReactElement | null {
  const tell = useToast();
  const { save } = useDownload();
  const refresh = [api.evaluationBatches.show] as const;
  const draw = useChange(api.evaluationPapers.draw, { refresh, onSuccess: () => tell("试卷已抽定，仍是封存的") });
  const open = useChange(api.evaluationPapers.open, {
    refresh,
    onSuccess: (done) => tell(done.open ? "试卷已由两人启封" : "您已启封，请督导在手机上启封"),
  });
  const missing = batch.ways.filter((way) => way !== "review" && !batch.papers.some(({ subject }) => subject === way));
  const error = draw.error ?? open.error;
  return (
    <>
      {["approved", "published"].includes(batch.state) &&
        missing.map((subject) => (
          <Button
            key={subject}
            variant="secondary"
            busy={draw.isPending}
            onClick={() => draw.mutate({ params: { id: batch.id }, body: { subject } })}
          >
            抽{WAYS[subject]}试卷
          </Button>
        ))}
      {["published", "running"].includes(batch.state) &&
        batch.papers.map((paper) =>
          paper.opened === 2 ? (
            <Button
              key={paper.id}
              variant="secondary"
              icon="download"
              onClick={() => save(`/api/v1/evaluation-paper-draws/${paper.id}/file`, {}, `${paper.title}.pdf`)}
            >
              {WAYS[paper.subject]}试卷
            </Button>
          ) : (
            <Button
              key={paper.id}
              variant="secondary"
              icon="lock"
              busy={open.isPending}
              onClick={() => open.mutate({ params: { id: paper.id }, body: {} })}
            >
              启封{WAYS[paper.subject]}试卷
            </Button>
          ),
        )}
      {error !== null && (
        <div className="basis-full">
          <ErrorNotice error={error} />
          <span className="sr-only">{messageOf(error)}</span>
        </div>
      )}
    </>
  );
}
