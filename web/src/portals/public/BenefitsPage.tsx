import { useMemo, type ReactElement } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { ProgrammeChoice } from "../../features/programmes/ProgrammeChoice.tsx";
import { useProgrammes } from "../../features/programmes/use-programmes.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Page } from "../../kit/Page.tsx";
import { ProgressBar } from "../../kit/ProgressBar.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { Doors } from "./home/Doors.tsx";
import { type Answers, asked, type Door, type Question, type Trade } from "./wizard/answers.ts";
import { EstimateResult } from "./wizard/EstimateResult.tsx";
import { QuestionView } from "./wizard/QuestionView.tsx";
import { useEstimate } from "./wizard/use-estimate.ts";

/**
 * 我能领什么: a way in, a few questions one at a time, the answer in yuan. Answers live only in this tab's history, so that a reload keeps
 * them and Back returns to the previous question; nothing is stored.
 */
export default function BenefitsPage(): ReactElement {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const programme = search.get("programme") ?? "";
  const { inForce, usual } = useProgrammes();
  const doors = useApi(
    api.policy.doors,
    { query: programme === "" ? {} : { policy: programme } },
    { staleTime: 600_000 },
  );
  const door = doors.data?.doors.find(({ id }) => id === search.get("door"));
  if (door !== undefined)
    return (
      <Asking
        key={`${programme} ${door.id} ${search.get("trade") ?? ""}`}
        door={door}
        trades={doors.data?.trades ?? []}
        programme={programme}
        trade={search.get("trade")}
      />
    );
  return (
    <Page title="我能领什么补贴" intro="几个问题，看能领多少、自己付多少。不用注册，答案不会留存。">
      <ProgrammeChoice
        programmes={inForce}
        value={programme === "" ? usual : programme}
        onChange={(next) => void navigate({ search: next === usual ? "" : `programme=${next}` })}
      />
      <QueryView query={doors} lines={6}>
        {(data) =>
          data.doors.length === 0 ? (
            <Empty title="现在没有施行中的补贴政策" action={<Button to="/contact">找办事窗口问问</Button>}>
              以前的政策和领过的补贴，仍可以在政策说明里查。
            </Empty>
          ) : (
            <Doors doors={data.doors} programme={programme} />
          )
        }
      </QueryView>
    </Page>
  );
}

interface AskingProps {
  door: Door;
  trades: readonly Trade[];
  programme: string;
  /** A trade that was chosen on the way here. */
  trade: string | null;
}

function Asking({ door, trades, programme, trade }: AskingProps): ReactElement {
  const location = useLocation();
  const navigate = useNavigate();
  const known = location.state as Answers | null;
  const answers = useMemo(() => known ?? startOf(door, trades, trade), [known, door, trades, trade]);
  const questions = asked(door, answers, trades);
  const question = questions.find(({ id }) => answers[id] === undefined);
  const query = useEstimate(door.id, answers, programme, question === undefined);
  const go = (next: Answers) => void navigate({ search: location.search }, { state: next });

  if (question === undefined)
    return (
      <QueryView query={query} lines={8}>
        {(estimate) => (
          <EstimateResult
            door={door}
            estimate={estimate}
            trades={trades}
            trade={trades.find(({ key }) => Object.values(answers).includes(key))}
            answers={answers}
            questions={questions}
            onChange={(changed) => go(without(answers, changed))}
            onRestart={() =>
              void navigate(
                { search: `door=${door.id}${programme === "" ? "" : `&programme=${programme}`}` },
                { state: {} },
              )
            }
          />
        )}
      </QueryView>
    );
  const at = questions.indexOf(question);
  return (
    <Page title={door.title} intro={at === 0 ? "不用注册，答案不会留存；关掉这一页就没有了。" : undefined}>
      <div className="grid gap-2">
        <p className="num text-sm text-ink-2" aria-live="polite">
          第 {at + 1} 题，最多 {Math.max(questions.length, at + 1)} 题
        </p>
        <ProgressBar value={at} max={questions.length} label="答到哪里" />
      </div>
      <div className="rounded-lg border border-line bg-sheet p-4 sm:p-8">
        <QuestionView
          key={question.id}
          question={question}
          answers={answers}
          trades={trades}
          onAnswer={(answer) => go({ ...answers, [question.id]: answer })}
        />
      </div>
      {known !== null && Object.keys(known).length > 0 && (
        <div>
          <Button variant="quiet" icon="left" onClick={() => void navigate(-1)}>
            上一题
          </Button>
        </div>
      )}
    </Page>
  );
}

/** A trade that was chosen by its picture needn't be chosen again. */
function startOf(door: Door, trades: readonly Trade[], trade: string | null): Answers {
  const question = door.questions.find(({ kind }) => kind === "trade");
  return question !== undefined && trade !== null && trades.some(({ key }) => key === trade)
    ? { [question.id]: trade }
    : {};
}

/** A trade that changes takes its level with it. */
const without = (answers: Answers, changed: Question): Answers =>
  Object.fromEntries(
    Object.entries(answers).filter(
      ([id, value]) => id !== changed.id && !(changed.kind === "trade" && typeof value === "number" && id === "level"),
    ),
  );
