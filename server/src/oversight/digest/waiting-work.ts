import { HOMES, queuePage } from "@jinengtong/words";
import type { Role } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { unreadOf } from "../../kernel/outbox.ts";
import { enterpriseHome, financeHome, institutionHome, type Queue } from "../../reporting/index.ts";
import { auditorHome } from "../home/auditor-home.ts";
import { bureauHome } from "../home/bureau-home.ts";

/** Something that waits for an account, with the page where it is done. */
export interface Waiting {
  label: string;
  count: number;
  overdue: number;
  page: string;
}

type Home = (context: Context) => Promise<{ queues: Queue[] }>;
const none = { params: {}, query: {}, body: {} };

/** The queues of a role's first page: what the digest counts is what that page shows. */
const HOME_OF: Partial<Record<Role, Home>> = {
  institution: (context) => institutionHome.run(context, none),
  enterprise: (context) => enterpriseHome.run(context, none),
  reviewer: (context) => bureauHome.run(context, none),
  department: (context) => bureauHome.run(context, none),
  finance: (context) => financeHome.run(context, none),
  auditor: (context) => auditorHome.run(context, none),
};

/** Work that waits for the actor, and the messages they haven't read. */
export async function waitingWork(context: Context): Promise<Waiting[]> {
  const { role } = context.actor;
  const home = await HOME_OF[role]?.(context);
  const work = (home?.queues ?? []).flatMap(({ code, label, count, overdue = 0 }) => {
    const page = queuePage(role, code);
    return count === 0 || page === null ? [] : [{ label, count, overdue, page }];
  });
  const unread = await unreadOf(context);
  return unread === 0
    ? work
    : [...work, { label: "未读消息", count: unread, overdue: 0, page: `${HOMES[role]}/messages` }];
}
