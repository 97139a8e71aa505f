import type { ReactElement } from "react";
import { Link } from "react-router";
import { cx } from "../../kit/cx.ts";
import { Icon } from "../../kit/Icon.tsx";

interface HomeQueuesProps {
  queues: readonly { code: string; label: string; count: number; overdue?: number | undefined }[];
  hrefOf: (code: string) => string;
}

/** Work waiting for this organisation, largest queue first; an empty one is said as plainly. */
export function HomeQueues({ queues, hrefOf }: HomeQueuesProps): ReactElement {
  const waiting = queues.filter((queue) => queue.count > 0);
  if (waiting.length === 0) return <p className="py-2 text-ink-2">没有等您办理的事。</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {waiting.map((queue) => (
        <li key={queue.code}>
          <Link to={hrefOf(queue.code)} className="group flex items-center gap-3 py-2 hover:text-accent">
            <span
              className={cx(
                "num min-w-8 rounded-sm px-1.5 py-0.5 text-center font-semibold",
                (queue.overdue ?? 0) > 0 ? "bg-turn text-on-accent" : "bg-turn-soft text-turn",
              )}
            >
              {queue.count}
            </span>
            <span className="flex-1">{queue.label}</span>
            {(queue.overdue ?? 0) > 0 && <span className="num text-sm text-turn">超期 {queue.overdue}</span>}
            <Icon name="right" size="1em" className="text-ink-3 group-hover:text-accent" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
