import { county } from "@jinengtong/county";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useSession } from "../../../api/session.ts";
import { wayTo } from "../../../features/claims/ways-on.ts";
import { leftWords } from "../../../features/claims/left-words.ts";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { Money } from "../../../kit/Money.tsx";
import { Page } from "../../../kit/Page.tsx";
import { Drawing } from "../../../kit/TradeDrawing.tsx";
import { type Answers, type Door, type Estimate, type Question, shownAnswer, type Trade } from "./answers.ts";
import { OpenClasses } from "./OpenClasses.tsx";

interface EstimateResultProps {
  door: Door;
  estimate: Estimate;
  trade: Trade | undefined;
  trades: readonly Trade[];
  answers: Answers;
  questions: readonly Question[];
  /** Goes back to a question. */
  onChange: (question: Question) => void;
  onRestart: () => void;
}

/** The answer in yuan: the sum, what is paid oneself, benefit by benefit, classes, ways to more; or a plain no with the way on. */
export function EstimateResult(props: EstimateResultProps): ReactElement {
  const { estimate, door, trade } = props;
  return (
    <Page title={titleOf(estimate, door)} width="wide">
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[1fr_20rem] lg:items-start">
        <div className="grid gap-6">
          {estimate.no === null ? <Sum estimate={estimate} door={door} trade={trade} /> : <No no={estimate.no} />}
          {estimate.more.length > 0 && <More more={estimate.more} nothing={estimate.totalFen === 0} />}
          {estimate.classes !== null && estimate.trade !== null && (
            <OpenClasses classes={estimate.classes} trade={estimate.trade} />
          )}
          {estimate.byEmployer.length > 0 && (
            <Card title="您单位能为您申请的">
              <Amounts benefits={estimate.byEmployer} />
              <p className="mt-2 text-sm text-ink-2">由单位申请，发给单位；同一职业同一等级，和发给您的只能选一项。</p>
            </Card>
          )}
        </div>
        <aside className="grid gap-6">
          <Next {...props} />
          <Said {...props} />
        </aside>
      </div>
    </Page>
  );
}

function titleOf({ no, totalFen }: Estimate, { by }: Door): string {
  const who = by === "enterprise" ? "您的单位" : "您";
  if (no !== null) return `照现在的情况，${who}领不到补贴`;
  return totalFen > 0 ? `${who}能领这么多` : `${who}符合条件，金额还没有公布`;
}

function Sum({ estimate, door, trade }: { estimate: Estimate; door: Door; trade: Trade | undefined }): ReactElement {
  const { totalFen, ownFen, benefits, unpublished } = estimate;
  const together = benefits.filter((one) => one.together);
  const instead = benefits.filter((one) => !one.together);
  return (
    <section aria-label="金额" className="rounded-lg border border-line bg-sheet p-4 sm:p-6">
      <div className="flex items-start gap-4">
        {trade !== undefined && <Drawing name={trade.drawing} size={64} />}
        <div className="min-w-0">
          {estimate.trade !== null && (
            <p>
              {estimate.trade.name}，{estimate.trade.levelLabel}
              {estimate.trade.shortage && <span className="ml-2 font-medium text-turn">紧缺</span>}
            </p>
          )}
          <p>
            <span className="sr-only">合计</span>
            <Money fen={totalFen} size="display" />
          </p>
          {ownFen !== null && (
            <p className="text-lg">
              自己付 <Money fen={ownFen} size="large" />
            </p>
          )}
        </div>
      </div>
      <Amounts benefits={together} toOwner={door.by === "enterprise"} />
      {instead.length > 0 && (
        <>
          <h2 className="mt-4 font-semibold">也可以选，但不能和上面的一起领</h2>
          <Amounts benefits={instead} toOwner={door.by === "enterprise"} />
        </>
      )}
      {unpublished.map((title) => (
        <p key={title} className="mt-3 text-ink-2">
          {title}：您符合条件，每份多少钱本地还没有公布，公布后会加上。
        </p>
      ))}
      <div className="mt-4 border-t border-line pt-3 text-sm text-ink-2">
        <p className="font-medium text-ink">这样算的前提</p>
        <ul className="list-disc pl-5">
          {estimate.supposed.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {ownFen !== null && <p className="mt-1">自己付的钱按补贴目录的标准算；收费以培训班写明的为准。</p>}
        <p className="mt-1">
          按《{estimate.policy.title}》算，不留存。{door.by === "person" ? "领到多少以审核为准。" : "以审核为准。"}
        </p>
      </div>
    </section>
  );
}

interface AmountsProps {
  benefits: Estimate["benefits"];
  /** For the owner of the company, who needn't be told that the company asks. */
  toOwner?: boolean;
}

function Amounts({ benefits, toOwner = false }: AmountsProps): ReactElement {
  return (
    <ul className="mt-3 divide-y divide-line border-t border-line">
      {benefits.map(({ benefit, title, clause, amountFen, headFen, left, wayOn }) => (
        <li key={benefit} className="py-2.5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <Link
              to={wayTo({ ...wayOn, kind: "policy" }, clause)}
              className="inline-flex min-h-(--touch) items-center underline decoration-line-strong underline-offset-4 hover:text-accent"
            >
              {title}
            </Link>
            <Money fen={amountFen} size="large" />
          </div>
          <p className="text-sm text-ink-2">
            {headFen !== null && headFen !== amountFen && (
              <>
                每人 <Money fen={headFen} />。
              </>
            )}
            {(wayOn.own || !toOwner) && wayOn.how}
            {left !== null && leftWords(left)}
          </p>
        </li>
      ))}
    </ul>
  );
}

function More({ more, nothing }: { more: Estimate["more"]; nothing: boolean }): ReactElement {
  return (
    <Card title={nothing ? "这样就能领" : "这样能领得更多"}>
      <ul className="divide-y divide-line">
        {more.map(({ text, totalFen }) => (
          <li key={text} className="flex items-baseline justify-between gap-4 py-2.5">
            <span>{text}</span>
            <span className="shrink-0">
              一共 <Money fen={totalFen} className="text-lg font-semibold" />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function No({ no }: { no: NonNullable<Estimate["no"]> }): ReactElement {
  const { hotline } = county();
  return (
    <Card title={no.because}>
      <p>{no.instead}</p>
      <p className="mt-3">
        拿不准，问一个人：{hotline.name}
        <a
          href={`tel:${hotline.phone}`}
          className="num mx-1 inline-flex min-h-(--touch) items-center text-accent underline underline-offset-4"
        >
          {hotline.phone}
        </a>
        ，或者
        <Link
          to="/contact"
          className="mx-1 inline-flex min-h-(--touch) items-center text-accent underline underline-offset-4"
        >
          找办事窗口
        </Link>
      </p>
    </Card>
  );
}

function Next({ door, estimate }: EstimateResultProps): ReactElement {
  const account = useSession().data?.account ?? null;
  const way = estimate.benefits[0]?.wayOn;
  if (door.by === "enterprise")
    return (
      <Card title="接着做">
        <Button block to="/sign-in?return=/enterprise">
          单位登录办理
        </Button>
      </Card>
    );
  const signedIn = account?.role === "learner";
  return (
    <Card title="接着做">
      <div className="grid gap-2">
        {estimate.trade !== null && estimate.classes !== null && estimate.classes.count > 0 && (
          <Button block to={`/classes?q=${encodeURIComponent(estimate.trade.name)}`}>
            找{estimate.trade.name}的班
          </Button>
        )}
        {estimate.classes === null && way !== undefined && (
          <Button block to={signedIn ? "/my/entitlements" : "/sign-in?return=/my/entitlements"}>
            凭证书去领
          </Button>
        )}
        {!signedIn && (
          <Button block variant="secondary" to="/register">
            注册，按我的记录算
          </Button>
        )}
        {signedIn && (
          <Button block variant="secondary" to="/my/entitlements">
            按我的记录算
          </Button>
        )}
      </div>
    </Card>
  );
}

function Said({ questions, answers, trades, onChange, onRestart }: EstimateResultProps): ReactElement {
  return (
    <Card
      title="您的回答"
      action={
        <Button variant="quiet" onClick={onRestart}>
          重新算
        </Button>
      }
    >
      <ul className="grid gap-1">
        {questions.map((question) => {
          const answer = answers[question.id];
          return (
            <li key={question.id} className="flex items-center justify-between gap-3">
              <span>
                <span className="block text-sm text-ink-2">{question.question}</span>
                {answer === undefined ? "" : shownAnswer(question, answer, trades)}
              </span>
              <Button variant="quiet" label={`改：${question.question}`} onClick={() => onChange(question)}>
                改
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
