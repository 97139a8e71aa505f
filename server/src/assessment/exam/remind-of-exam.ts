import { notifyOrganisation } from "../../access/index.ts";
import { inTransaction } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { onceEach, reminderSpan } from "../../kernel/reminders.ts";
import type { Services } from "../../kernel/services.ts";
import { notifyAll } from "../../people/index.ts";

/** Reminds of exams (learners, and whoever holds them) and of certificates that expire. */
export async function remindOfExamsAndCertificates(services: Services): Promise<void> {
  await remindOfExams(services);
  await remindOfCertificates(services);
}

async function remindOfExams(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const span = reminderSpan(context, "exam");
    if (span === null) return;
    const exams = (joined: ReturnType<typeof sql>) => sql`
      from exam x join training_class c on c.id = x.class_id ${joined}
      where x.held_on between ${span.from}::date and ${span.to}::date and c.state in ('running', 'completed')`;
    const learners = await sql<{ subject: string; recipient: string; dueOn: string; name: string }>`
      select x.id as subject, e.person_id as recipient, x.held_on as "dueOn", c.name
      ${exams(sql`join enrolment e on e.class_id = c.id and e.state = 'enrolled'`)} order by 1, 2`.execute(context.db);
    await notifyAll(
      context,
      (await onceEach(context, "exam", learners.rows)).map(({ recipient, dueOn, name }) => ({
        personId: recipient,
        template: "exam-soon",
        text: `“${name}”将于 ${dueOn} 考核，请带身份证按时参加。`,
      })),
    );
    const holders = await sql<{ subject: string; recipient: string; dueOn: string; name: string }>`
      select x.id as subject, coalesce(x.evaluator_id, c.organisation_id) as recipient, x.held_on as "dueOn", c.name ${exams(sql``)} order by 1`.execute(
      context.db,
    );
    for (const { subject, recipient, dueOn, name } of await onceEach(context, "exam", holders.rows))
      await notifyOrganisation(context, recipient, {
        template: "exam-soon",
        subject,
        text: `贵单位组织的“${name}”考核在 ${dueOn} 举行。`,
      });
  });
}

async function remindOfCertificates(services: Services): Promise<void> {
  await inTransaction(services, async (context) => {
    const span = reminderSpan(context, "certificate");
    if (span === null) return;
    const found = await sql<{ subject: string; recipient: string; dueOn: string; serial: string; name: string }>`
      select f.id as subject, f.person_id as recipient, f.valid_to as "dueOn", f.serial, f.occupation_name as name
      from certificate f where f.valid_to between ${span.from}::date and ${span.to}::date
        and not exists (select from certificate_revocation r where r.certificate_id = f.id) order by 1`.execute(
      context.db,
    );
    await notifyAll(
      context,
      (await onceEach(context, "certificate", found.rows)).map(({ recipient, dueOn, serial, name }) => ({
        personId: recipient,
        template: "certificate-expiring",
        text: `您的证书 ${serial}（${name}）${dueOn} 到期，请及时向发证机构办理延续或复审。`,
      })),
    );
  });
}
