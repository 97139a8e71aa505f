import { county } from "@jinengtong/county";
import { actorOf, type Addressee, ADDRESSEE, sendLetter, timeOf } from "../../access/index.ts";
import { Context, inTransaction, noRequest } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { putIntoInboxes } from "../../kernel/outbox.ts";
import type { Schedule, Subscription } from "../../kernel/queue.ts";
import type { Services } from "../../kernel/services.ts";
import { type Waiting, waitingWork } from "./waiting-work.ts";

/** The hour in China at which the digest is made, where the county's file sets none. */
const USUAL_HOUR = 8;
/** After a stop of the platform it still comes within these hours; later it would speak of a morning long gone. */
const HOURS = 4;
/** Whoever hasn't signed in for so long gets it by e-mail alone, if at all. */
const ABSENT_DAYS = 30;

type Reader = Pick<Addressee, "account_id" | "role" | "name" | "region" | "organisation_id">;

/** Once a day, each account that works here is told how much waits for it; where nothing waits, nothing is said. */
export async function makeDigests(services: Services): Promise<void> {
  const now = services.clock.now();
  const hour = (now.getUTCHours() + 8) % 24;
  const from = county().digestHour ?? USUAL_HOUR;
  if (hour < from || hour >= from + HOURS) return;
  const readers = await sql<Reader>`
    select a.id as account_id, a.role, a.name, a.region, a.organisation_id from account a
    where a.state = 'active' and a.role <> 'learner'
      and (exists (select from session s where s.account_id = a.id and s.last_seen_at > ${new Date(now.getTime() - ABSENT_DAYS * 86_400_000)})
        or exists (select from mail_address m where m.account_id = a.id and m.confirmed_at is not null and m.removed_at is null))
      and not exists (select from daily_digest d where d.account_id = a.id and d.day = (${now}::timestamptz at time zone 'Asia/Shanghai')::date)
    order by a.id`.execute(services.database);
  for (const reader of readers.rows) await inTransaction(services, (context) => digestFor(context, reader));
}

async function digestFor(context: Context, reader: Reader): Promise<void> {
  const made =
    await sql`insert into daily_digest (account_id, day, at) values (${reader.account_id}, ${context.today}, ${context.now})
    on conflict do nothing returning day`.execute(context.db);
  if (made.rows.length === 0) return;
  const waiting = await waitingFor(context, reader);
  if (waiting.length === 0) return;
  await putIntoInboxes(context, [
    {
      accountId: reader.account_id,
      template: "daily-digest",
      text: `今天等您办理：${waiting.map(said).join("，")}。`,
    },
  ]);
  await context.emit("digest-made", { accountId: reader.account_id, day: context.today });
}

/** Work that waits for an account, read with its own rights. */
const waitingFor = ({ db, services }: Context, reader: Reader): Promise<Waiting[]> =>
  waitingWork(new Context({ db, services, actor: actorOf(reader), request: noRequest }));

const said = ({ label, count, overdue }: Waiting): string =>
  `${label} ${count}${overdue > 0 ? `（超期 ${overdue}）` : ""}`;

/** Sends the digest to whoever wants it by e-mail. It is tried again on its day; then the next one comes. */
export const mailDigest: Subscription<"digest-made"> = {
  event: "digest-made",
  name: "mail-digest",
  title: "发送每日汇总邮件",
  async run(context, { accountId, day }) {
    if (context.services.mail === null || day !== context.today) return;
    const found = await sql<Addressee>`
      select ${ADDRESSEE} from mail_address m join account a on a.id = m.account_id
      where a.id = ${accountId} and a.state = 'active' and m.confirmed_at is not null and m.removed_at is null`.execute(
      context.db,
    );
    const to = found.rows[0];
    if (!to || timeOf(to.choices, "oversight") === "never") return;
    const waiting = await waitingFor(context, to);
    if (waiting.length === 0) return;
    const { publicUrl } = context.services.config;
    const sent = await sendLetter(context, to, {
      subject: `今天等您办理 ${waiting.length} 类`,
      lines: waiting.map((one) => `· ${said(one)}：${publicUrl}${one.page}`),
    });
    if (!sent) throw new Error("the digest was not taken");
  },
};

export const dailyDigest: Schedule = {
  name: "daily-digest",
  title: "每日汇总等您办理的事",
  cron: "*/10 * * * *",
  run: makeDigests,
};
