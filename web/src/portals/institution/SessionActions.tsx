import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import type { Phase, TodaySession } from "../../features/homes/TodaySessions.tsx";

const words = { before: "看名单", now: "点名", after: "看出勤" } as const;

/** Actions on a session of today: the code while sign-in is open, the roll at any time. */
export function SessionActions({ session, phase }: { session: TodaySession; phase: Phase }): ReactElement {
  const address = `/institution/sessions/${session.classId}/${session.sessionId}`;
  return (
    <>
      {phase === "now" && (
        <Button to={`${address}/screen`} icon="qr">
          打开签到码
        </Button>
      )}
      <Button variant={phase === "now" ? "secondary" : "quiet"} to={`${address}/roll-call`}>
        {words[phase]}
      </Button>
    </>
  );
}
