import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Icon, type IconName } from "./Icon.tsx";

const tones = {
  info: { box: "border-l-accent bg-accent-soft", icon: "info", text: "text-accent" },
  turn: { box: "border-l-turn bg-turn-soft", icon: "flag", text: "text-turn" },
  refuse: { box: "border-l-refuse bg-refuse-soft", icon: "warning", text: "text-refuse" },
} as const satisfies Record<string, { box: string; icon: IconName; text: string }>;

interface NoticeProps {
  tone?: keyof typeof tones;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Something to know before going on. */
export function Notice({ tone = "info", title, children, action }: NoticeProps): ReactElement {
  const look = tones[tone];
  return (
    <div className={cx("flex gap-3 rounded-md border-l-4 px-4 py-3", look.box)}>
      <Icon name={look.icon} className={cx("mt-[0.2em]", look.text)} />
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children !== undefined && <div className="text-ink">{children}</div>}
        {action !== undefined && <div className="mt-2">{action}</div>}
      </div>
    </div>
  );
}
