import type { ReactElement } from "react";
import { useParams } from "react-router";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { type Way, WAYS } from "../../features/evaluations/words.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Input } from "../../kit/Input.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { Select } from "../../kit/Select.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { useDraft } from "../../kit/use-draft.ts";

type Mark = Output<Api["evaluationDuties"]["sheet"]>["marks"][number];
type Typed = Record<string, { status: "scored" | "absent" | "cheated"; score: string; reason: string }>;

/** 本人的评分表: marks of one part, of this examiner alone. */
export default function ScoreSheetPage(): ReactElement {
  const { id = "", subject = "theory" } = useParams();
  const way = subject in WAYS ? (subject as Way) : "theory";
  const sheet = useApi(api.evaluationDuties.sheet, { params: { id }, query: { subject: way } });
  return (
    <Page
      title={`${WAYS[way]}评分表`}
      intro="只登本人的评分。别的考评人员给同一名考生评分以后，就不能再改。"
      back={{ to: "/my/duties", title: "考评督导任务" }}
    >
      <QueryView
        query={sheet}
        lines={8}
        isEmpty={({ marks }) => marks.length === 0}
        empty={<Empty title="没有要评分的考生">考场编排以后，考生按准考证号列在这里。</Empty>}
      >
        {({ marks }) => <Sheet id={id} subject={way} marks={marks} />}
      </QueryView>
    </Page>
  );
}

function Sheet({ id, subject, marks }: { id: string; subject: Way; marks: readonly Mark[] }): ReactElement {
  const tell = useToast();
  const draft = useDraft<{ typed: Typed }>(`evaluation-sheet-${id}-${subject}`, { typed: {} });
  const { typed } = draft.value;
  const save = useChange(api.evaluationDuties.score, {
    refresh: [api.evaluationDuties.sheet],
    onSuccess: ({ written }) => {
      tell(`已登记 ${written} 人`);
      draft.clear();
    },
  });
  const of = (mark: Mark) =>
    typed[mark.candidateId] ?? {
      status: mark.status ?? ("scored" as const),
      score: mark.score === null ? "" : String(mark.score),
      reason: "",
    };
  const change = (mark: Mark, part: Partial<Typed[string]>) =>
    draft.set({ typed: { ...typed, [mark.candidateId]: { ...of(mark), ...part } } });
  const rows = marks.filter(({ candidateId }) => candidateId in typed);
  function send(): void {
    save.mutate({
      params: { id },
      body: {
        subject,
        marks: rows
          .filter((mark) => of(mark).status !== "scored" || of(mark).score !== "")
          .map((mark) => {
            const { status, score, reason } = of(mark);
            return {
              candidateId: mark.candidateId,
              status,
              score: status === "scored" ? Number(score) : null,
              ...(reason.trim() === "" ? {} : { reason }),
            };
          }),
      },
    });
  }
  return (
    <>
      <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
        {marks.map((mark) => (
          <li key={mark.candidateId} className="grid gap-2 p-4">
            <span className="flex flex-wrap items-baseline justify-between gap-2">
              <span className="font-medium">{mark.name}</span>
              <span className="num text-sm text-ink-2">
                {mark.ticket}
                {mark.seat !== null && ` · ${mark.seat} 号`}
              </span>
            </span>
            <span className="grid grid-cols-2 gap-2">
              <Select
                aria-label={`${mark.name} 的情况`}
                value={of(mark).status}
                onChange={(status) => change(mark, { status: status as Typed[string]["status"] })}
                choices={[
                  { value: "scored", label: "参加" },
                  { value: "absent", label: "缺考" },
                  { value: "cheated", label: "违纪" },
                ]}
              />
              {of(mark).status === "scored" && (
                <Input
                  aria-label={`${mark.name} 的成绩`}
                  inputMode="decimal"
                  unit="分"
                  value={of(mark).score}
                  onChange={(score) => change(mark, { score: score.replaceAll(/[^\d.]/gu, "") })}
                />
              )}
            </span>
            {mark.status !== null && mark.candidateId in typed && (
              <Input
                aria-label={`${mark.name} 的更正理由`}
                placeholder="已登记过，更正须写理由"
                value={of(mark).reason}
                onChange={(reason) => change(mark, { reason })}
              />
            )}
          </li>
        ))}
      </ul>
      {save.error !== null && <ErrorNotice error={save.error} />}
      <Button busy={save.isPending} disabled={rows.length === 0} onClick={send}>
        保存 {rows.length} 人的评分
      </Button>
    </>
  );
}
