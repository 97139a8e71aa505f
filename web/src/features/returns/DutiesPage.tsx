import { stateKind } from "@jinengtong/words";
import type { ReactElement } from "react";
import { useNavigate } from "react-router";
import { api } from "../../api/api.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Link } from "../../kit/Link.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { usePortalBase } from "../trace/use-portal-base.ts";
import type { Duty } from "./return-words.ts";

/** 定期报表: the periods that this organisation or office returns, each with its day and what became of it. */
export default function DutiesPage(): ReactElement {
  const base = `${usePortalBase()}/${usePortalBase() === "/bureau" ? "own-returns" : "returns"}`;
  const duties = useApi(api.periodReturns.duties, {});
  const navigate = useNavigate();
  const open = useChange(api.periodReturns.open, {
    refresh: [api.periodReturns.duties],
    onSuccess: ({ id }) => void navigate(`${base}/${id}`),
  });
  return (
    <StaffPage title="定期报表" intro="按期报送的表：期限前 7 天起提醒，逾期计入及时率。">
      <ErrorNotice error={open.error} />
      <QueryView query={duties}>
        {({ duties: all }) =>
          all.length === 0 ? (
            <Empty title="现在没有要报的表">有要报的表时，这里会列出期间和最后一天，并提前发消息提醒。</Empty>
          ) : (
            <>
              {[...Map.groupBy(all, ({ form }) => form)].map(([form, periods]) => (
                <section key={form} aria-labelledby={`duty-${form}`}>
                  <h2 id={`duty-${form}`} className="mb-2 text-lg font-semibold">
                    {periods[0]?.title}
                  </h2>
                  <ul className="divide-y divide-line rounded-md border border-line bg-sheet">
                    {periods.map((duty) => (
                      <li key={duty.period} className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3">
                        <span className="num w-32 font-medium">{duty.periodTitle}</span>
                        <StatusMark
                          kind={
                            duty.state === null ? (duty.late ? "late" : "turn") : stateKind("period-return", duty.state)
                          }
                        >
                          {duty.stateLabel}
                        </StatusMark>
                        <span className={duty.late ? "num text-refuse" : "num text-ink-2"}>{dayText(duty)}</span>
                        <span className="ml-auto">
                          {duty.returnId === null ? (
                            <Button
                              variant="secondary"
                              busy={open.isPending && open.variables.body.period === duty.period}
                              onClick={() => open.mutate({ body: { form: duty.form, period: duty.period } })}
                            >
                              填报
                            </Button>
                          ) : (
                            <Link
                              to={`${base}/${duty.returnId}`}
                              className="inline-flex min-h-(--touch) items-center text-accent underline underline-offset-3"
                            >
                              {duty.state === "draft" || duty.state === "returned" || duty.state === "reopened"
                                ? "继续填"
                                : "查看"}
                            </Link>
                          )}
                        </span>
                      </li>
                    ))}
                  </ul>
                </section>
              ))}
            </>
          )
        }
      </QueryView>
    </StaffPage>
  );
}

function dayText({ dueOn, daysLeft, late, state }: Duty): string {
  const sent = state !== null && state !== "draft";
  if (sent) return late ? `最迟 ${dueOn}，逾期报送` : `最迟 ${dueOn}，按时报送`;
  if (daysLeft < 0) return `最迟 ${dueOn}，已逾期 ${-daysLeft} 天`;
  return daysLeft === 0 ? "今天是最后一天" : `最迟 ${dueOn}，还有 ${daysLeft} 天`;
}
