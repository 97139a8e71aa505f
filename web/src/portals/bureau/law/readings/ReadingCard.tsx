import type { ReactElement } from "react";
import { clauseHref } from "../../../../features/claims/clause-href.ts";
import { Button } from "../../../../kit/Button.tsx";
import { dateOf } from "../../../../kit/format.ts";
import { StatusMark, type StatusKind } from "../../../../kit/StatusMark.tsx";
import type { Reading } from "./reading.ts";

const STATES: Record<Reading["state"], { kind: StatusKind; label: string }> = {
  unconfirmed: { kind: "waiting", label: "政策包提出，还没有确认" },
  proposed: { kind: "turn", label: "待另一位确认" },
  confirmed: { kind: "done", label: "已确认" },
};

interface ReadingCardProps {
  reading: Reading;
  onAct: (act: "propose" | "confirm" | "refuse") => void;
}

/** One place of the text: each way to read it, the one that is taken, why, and whose word it is. */
export function ReadingCard({ reading, onAct }: ReadingCardProps): ReactElement {
  const { state, confirmation, turnedBy } = reading;
  return (
    <li className="grid gap-x-6 gap-y-2 p-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="min-w-0">
        <h2 className="font-semibold">
          {reading.question}
          <a
            href={clauseHref(reading.clause)}
            className="num ml-2 text-sm font-normal text-accent underline underline-offset-3"
          >
            条款 {reading.clause}
          </a>
        </h2>
        <ul className="mt-1 grid gap-0.5">
          {reading.readings.map((one) => (
            <li key={one.id} className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2">
              <span className={one.id === reading.chosen ? "font-semibold text-accent" : "text-ink-3"}>
                {one.id === reading.chosen ? "所取" : "另一种"}
              </span>
              <span className={one.id === reading.chosen ? "font-medium" : "text-ink-2"}>{one.text}</span>
            </li>
          ))}
        </ul>
        <p className="mt-1 text-sm text-ink-2">理由：{reading.reason}</p>
        <p className="text-sm text-ink-2">
          {turnedBy === null
            ? "改取另一种，要起草新版本。"
            : `改取另一种：本地参数“${turnedBy.label}”${turnedBy.value === null ? "" : `，现为 ${turnedBy.value}`}。`}
        </p>
      </div>
      <div className="grid content-start gap-1.5">
        <StatusMark kind={STATES[state].kind}>{STATES[state].label}</StatusMark>
        {confirmation !== null && (
          <p className="num text-sm text-ink-2">
            {confirmation.source}
            <br />
            {confirmation.proposedBy} {dateOf(confirmation.proposedAt)} 提请
            {confirmation.confirmedBy !== null &&
              `，${confirmation.confirmedBy} ${confirmation.confirmedOn ?? ""} 确认`}
          </p>
        )}
        {state === "unconfirmed" && (
          <span>
            <Button
              variant="secondary"
              icon="flag"
              label={`提请确认：${reading.question}`}
              onClick={() => onAct("propose")}
            >
              提请确认
            </Button>
          </span>
        )}
        {state === "proposed" &&
          (confirmation?.mine === true ? (
            <p className="text-sm text-ink-2">由您提请，须由另一位工作人员确认。</p>
          ) : (
            <span className="flex flex-wrap gap-2">
              <Button label={`确认：${reading.question}`} onClick={() => onAct("confirm")}>
                确认
              </Button>
              <Button variant="secondary" label={`退回：${reading.question}`} onClick={() => onAct("refuse")}>
                退回
              </Button>
            </span>
          ))}
      </div>
    </li>
  );
}
