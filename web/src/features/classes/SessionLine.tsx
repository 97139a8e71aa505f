import type { ReactElement } from "react";
import { dateOf, timeOf } from "../../kit/format.ts";
import { weekdayOf } from "../../kit/today.ts";

interface SessionLineProps {
  session: { startsAt: string; endsAt: string; topic: string };
  training: string | undefined;
}

/** The class (`training`), day, hours and topic of a session, under the title of its roll. */
export function SessionLine({ session, training }: SessionLineProps): ReactElement {
  const day = dateOf(session.startsAt);
  return (
    <p className="num flex flex-wrap gap-x-4">
      <span>{training}</span>
      <span>
        {day} {weekdayOf(day)} {timeOf(session.startsAt)}–{timeOf(session.endsAt)}
      </span>
      <span>{session.topic}</span>
    </p>
  );
}
