import type { Office } from "./office.ts";

interface Session {
  id: string;
  startsAt: string;
  endsAt: string;
  cancelled: boolean;
}
interface Row {
  id: string;
}

const OPENS_BEFORE_MS = 30 * 60_000;
const beijing = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/**
 * A session of the class that takes sign-ins now: the one that is on, or one that the institution adds and the bureau approves. Which of
 * the two depends on the hour at which the journeys run.
 */
export async function openSession(institution: Office, reviewer: Office, classId: string): Promise<string> {
  const now = Date.now();
  const { sessions } = await institution.read<{ sessions: Session[] }>(`/api/v1/classes/${classId}/sessions`);
  const running = sessions.find(
    (one) => !one.cancelled && Date.parse(one.startsAt) - OPENS_BEFORE_MS <= now && now < Date.parse(one.endsAt),
  );
  if (running !== undefined) return running.id;
  const { organisationId } = await institution.read<{ organisationId: string }>(`/api/v1/classes/${classId}`);
  const { rows: teachers } = await institution.read<{ rows: Row[] }>(
    `/api/v1/organisations/${organisationId}/teachers`,
  );
  const { rows: rooms } = await institution.read<{ rows: Row[] }>(`/api/v1/organisations/${organisationId}/rooms`);
  const [date = "", from = ""] = beijing.format(now + 8 * 60_000).split(" ");
  const [, to = ""] = beijing.format(now + 55 * 60_000).split(" ");
  const change = await institution.send<Row>(`/api/v1/classes/${classId}/changes`, {
    kind: "timetable",
    reason: "加一节答疑课",
    sessions: [{ date, from, to, hours: 1, topic: "答疑", teacherId: teachers.at(-1)?.id, roomId: rooms.at(-1)?.id }],
  });
  await reviewer.send(`/api/v1/class-changes/${change.id}/decision`, { verdict: "approve" });
  const after = await institution.read<{ sessions: Session[] }>(`/api/v1/classes/${classId}/sessions`);
  const added = after.sessions.find((one) => !sessions.some((old) => old.id === one.id));
  if (added === undefined) throw new Error("the added session is not in the timetable");
  return added.id;
}
