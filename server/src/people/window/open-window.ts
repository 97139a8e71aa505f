import { county } from "@jinengtong/county";
import { BEHALF, type Behalf } from "../../kernel/actor.ts";
import type { Context } from "../../kernel/context.ts";
import { conflict } from "../../kernel/problem.ts";
import { notify } from "../message/notify.ts";

/** Longest time of one session in minutes, as the county says for that day. Refuses where it says nothing: then windows don't serve. */
export function windowMinutes(date: string): number {
  const rule = county().window?.findLast(({ from }) => from <= date);
  if (rule === undefined) throw conflict("no-windows", "本地还没有规定窗口代办的办法，请由本人办理。");
  return rule.minutes;
}

interface Consent {
  kind: "code" | "paper" | "officer";
  by?: string;
  fileId?: string;
}

/** Opens the session that somebody agreed to, from now until its time is over, and tells them. The row is locked by the caller. */
export async function openWindow(
  context: Context,
  id: string,
  { personId, purposes, officer }: { personId: string; purposes: readonly string[]; officer: string },
  consent: Consent,
): Promise<void> {
  const minutes = windowMinutes(context.today);
  await context.db
    .updateTable("window_session")
    .set({
      state: "open",
      consent_kind: consent.kind,
      consent_by: consent.by ?? null,
      consent_file_id: consent.fileId ?? null,
      opened_at: context.now,
      expires_at: new Date(context.now.getTime() + minutes * 60_000),
    })
    .where("id", "=", id)
    .execute();
  const what = purposes.map((purpose) => BEHALF[purpose as Behalf]).join("、");
  await notify(
    context,
    personId,
    "window-opened",
    `窗口工作人员${officer}经您同意开始代您办理：${what}。如果您不在窗口，请立即联系人社部门。`,
  );
}
