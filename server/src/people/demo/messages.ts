import { addDays, type CivilDate } from "@jinengtong/standards";
import { type DemoCounty, past } from "../../kernel/demo/county.ts";

/** Messages older than this are marked as read. */
const UNREAD_DAYS = 12;

/** Adds a message to a person's inbox, as the platform would. */
export function notifyDemoPerson(
  county: DemoCounty,
  personId: string,
  on: CivilDate,
  template: string,
  body: string,
): void {
  const read = on < addDays(county.today, -UNREAD_DAYS);
  county.sink.add("message_outbox", {
    id: county.sink.next("message_outbox"),
    channel: "in-app",
    person_id: personId,
    account_id: null,
    template,
    body,
    created_at: past(county, on, "10:31:00"),
    sent_at: past(county, on, "10:31:00"),
    read_at: read ? past(county, addDays(on, 1), "19:40:00") : null,
  });
}
