import { api, type Api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import { useApi } from "../../api/hooks.ts";
import type { Output } from "../../api/client.ts";
import { type Step, stepWay } from "../../features/homes/step-way.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { formatInstant, formatNumber } from "../../kit/format.ts";
import { Icon } from "../../kit/Icon.tsx";
import { Money } from "../../kit/Money.tsx";
import { NextSteps, type NextStep } from "../../kit/NextSteps.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { useElder } from "../../kit/use-elder.ts";
import { ClaimLine } from "./claims/ClaimLine.tsx";
import { HoursBar } from "./class/HoursBar.tsx";
import { ElderHome } from "./ElderHome.tsx";
import { dayWords } from "./day-words.ts";

type Home = Output<Api["homes"]["learner"]>;
type ClassCard = Home["classes"][number];

/** Learner's home: next steps, classes with hours, claims. */
export default function HomePage(): ReactElement {
  const query = useApi(api.homes.learner, {}, { refetchInterval: 60_000 });
  const home = query.data;
  const [elder] = useElder();
  if (elder && home !== undefined)
    return (
      <Page title={`${home.name}，您好`}>
        <ElderHome home={home} />
      </Page>
    );
  return (
    <Page
      title={home === undefined ? "我的首页" : `${home.name}，您好`}
      intro={home === undefined ? undefined : summary(home)}
      width="wide"
      action={
        home !== undefined && home.unread > 0 ? (
          <Button variant="secondary" to="/my/messages">
            {home.unread} 条新消息
          </Button>
        ) : undefined
      }
    >
      <QueryView query={query} lines={8}>
        {(data) => (
          <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start lg:gap-8">
            <div className="grid gap-6">
              {data.next.length === 0 ? (
                <NothingNow hasClass={data.classes.some(isCurrent)} />
              ) : (
                <Next steps={data.next} />
              )}
              {data.classes.filter(isCurrent).map((one) => (
                <CurrentClass key={one.enrolmentId} one={one} />
              ))}
            </div>
            <div className="grid gap-6">
              <Card
                title="我的补贴"
                action={
                  <Link
                    to="/my/claims"
                    className="-my-2 flex min-h-(--touch) min-w-(--touch) items-center justify-end text-accent underline-offset-4 hover:underline"
                  >
                    全部
                  </Link>
                }
              >
                {data.claims.length === 0 ? (
                  <p className="text-ink-2">结业拿到证书后，平台会按记录把申请备好，放在这里等您确认。</p>
                ) : (
                  <ul className="-mx-2 divide-y divide-line">
                    {data.claims.slice(0, 4).map((claim) => (
                      <ClaimLine
                        key={claim.id}
                        id={claim.id}
                        title={claim.title}
                        madeBy={claim.madeBy}
                        state={claim.state}
                        stateLabel={claim.stateLabel}
                        fen={claim.amountFen}
                        on={formatInstant(claim.updatedAt).slice(0, 10)}
                      />
                    ))}
                  </ul>
                )}
              </Card>
              <Finished classes={data.classes} />
              <nav aria-label="常用" className="grid gap-px overflow-hidden rounded-lg border border-line bg-line">
                {[
                  { to: "/my/entitlements", title: "按我的记录，还能领什么" },
                  { to: "/my/file", title: "我的技能档案" },
                  { to: "/classes", title: data.classes.length === 0 ? "找一个培训班" : "再报一个班" },
                ].map((item) => (
                  <Link
                    key={item.to}
                    to={item.to}
                    className="flex min-h-(--touch) items-center justify-between bg-sheet px-4 py-2 hover:text-accent sm:px-6"
                  >
                    {item.title}
                    <Icon name="right" size="1em" className="text-ink-3" />
                  </Link>
                ))}
              </nav>
            </div>
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function summary({ next }: Home): string {
  const mine = next.filter((step) => step.mine).length;
  return mine > 0 ? `有 ${mine} 件事等您办。` : next.length > 0 ? "眼下没有要您办的事。" : "";
}

const isCurrent = (one: ClassCard): boolean => one.enrolment === "applied" || one.enrolment === "enrolled";

function NothingNow({ hasClass }: { hasClass: boolean }): ReactElement {
  if (hasClass)
    return (
      <Card title="眼下没有要您办的事">
        <p className="text-ink-2">有课、有作业或要确认的补贴时，会出现在这里，并给您发消息。</p>
      </Card>
    );
  return (
    <Card title="还没有安排">
      <p className="mb-4 text-ink-2">报一个班，课表、签到和学时都会出现在这里。</p>
      <div className="flex flex-wrap gap-3">
        <Button to="/classes">找一个培训班</Button>
        <Button variant="secondary" to="/my/entitlements">
          看我能领什么
        </Button>
      </div>
    </Card>
  );
}

function Next({ steps }: { steps: readonly Step[] }): ReactElement {
  // Actions come before information.
  const ordered = [...steps.filter((step) => step.mine), ...steps.filter((step) => !step.mine)];
  return (
    <Card tone={ordered[0]?.mine === true ? "turn" : "plain"} title="下一步">
      <NextSteps steps={ordered.map((step, index) => ({ ...lineOf(step), id: `${step.kind}-${index}` }))} />
    </Card>
  );
}

function lineOf(step: Step): Omit<NextStep, "id"> {
  const way = stepWay(step);
  const when = step.at !== null ? dayWords(step.at) : (step.on ?? "随时");
  return {
    title: step.title,
    when,
    detail:
      step.amountFen === null || step.amountFen === 0 ? (
        step.detail
      ) : (
        <>
          <span className="block text-lg font-semibold text-ink">
            可领 <Money fen={step.amountFen} />
          </span>
          {step.detail}
        </>
      ),
    action: (
      <Button
        variant={step.kind === "sign-in" ? "primary" : step.mine ? "secondary" : "quiet"}
        {...(step.kind === "sign-in" ? { icon: "scan" as const } : {})}
        to={way.to}
      >
        {way.action}
      </Button>
    ),
  };
}

function CurrentClass({ one }: { one: ClassCard }): ReactElement {
  return (
    <Card
      title={
        <Link to={`/my/classes/${one.classId}`} className="inline-flex min-h-(--touch) items-center hover:text-accent">
          {one.name}
        </Link>
      }
      action={
        <span className="text-sm text-ink-2">{one.enrolment === "enrolled" ? one.stateLabel : one.enrolmentLabel}</span>
      }
    >
      <HoursBar hours={one} />
      <div className="mt-4 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
        <p className="num text-sm text-ink-2">
          {one.lessons > 0 ? `网上课程 ${one.lessonsDone} / ${one.lessons} 节` : one.institution}
        </p>
        <Button variant="quiet" to={`/my/classes/${one.classId}`}>
          课表和学时
        </Button>
      </div>
    </Card>
  );
}

/** Classes that are over, briefly. */
function Finished({ classes }: { classes: readonly ClassCard[] }): ReactElement | null {
  const over = classes.filter((one) => one.enrolment === "completed" || one.enrolment === "failed");
  if (over.length === 0) return null;
  return (
    <Card title="学完的班">
      <ul className="-my-1 divide-y divide-line">
        {over.map((one) => (
          <li key={one.enrolmentId} className="group relative flex items-baseline justify-between gap-4 py-2.5">
            <Link to={`/my/classes/${one.classId}`} className="after:absolute after:inset-0 group-hover:text-accent">
              {one.name}
            </Link>
            <span className="num text-sm whitespace-nowrap text-ink-2">
              {one.enrolmentLabel}，{formatNumber(one.countedHours)} 课时
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
