import type { ReactElement } from "react";
import { cx } from "../../../kit/cx.ts";

const steps: { who: "您" | "办事部门"; title: string; what: string }[] = [
  { who: "您", title: "报名", what: "都是主管部门批准的班，名额看得见" },
  { who: "您", title: "上课签到", what: "扫老师的码或由老师点名，课时当场记下" },
  { who: "您", title: "考试拿证", what: "证书带二维码，谁都能查真假" },
  { who: "您", title: "确认申请", what: "申请按记录备好，核对无误再点确认" },
  { who: "办事部门", title: "审核、公示", what: "两人先后审核，再公示五个工作日" },
  { who: "办事部门", title: "到账", what: "由财政拨到银行卡，到账有消息" },
];

/** Steps of a claim on one line: a ring for each, coloured by who must act. */
export function ClaimPath(): ReactElement {
  return (
    <section aria-labelledby="path" className="border-t border-line py-10 sm:py-14">
      <h2 id="path" className="text-xl font-semibold">
        一笔补贴怎样到您手里
      </h2>
      <p className="mt-1 text-ink-2">四步由您来，两步由办事部门来；办到哪一步、最迟哪天办完，随时能查。</p>
      <ol className="mt-8 grid lg:grid-cols-6">
        {steps.map((step, index) => (
          <li
            key={step.title}
            className={cx(
              "relative pb-6 pl-9 last:pb-0 lg:pt-7 lg:pr-5 lg:pb-0 lg:pl-0",
              // The line to the next ring; the last one ends it.
              "before:absolute before:bg-line-strong not-last:before:top-3 not-last:before:left-[7px] not-last:before:h-full not-last:before:w-px lg:not-last:before:top-[7px] lg:not-last:before:left-2 lg:not-last:before:h-px lg:not-last:before:w-full",
            )}
          >
            <span
              aria-hidden
              className={cx(
                "absolute top-1.5 left-0 size-4 rounded-full border-[3px] lg:top-0",
                step.who === "您" ? "border-turn" : "border-accent",
                index === steps.length - 1 ? "bg-accent" : "bg-paper",
              )}
            />
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-semibold">{step.title}</span>
              <span className={cx("text-sm", step.who === "您" ? "text-turn" : "text-accent")}>{step.who}</span>
            </p>
            <p className="text-sm text-ink-2">{step.what}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
