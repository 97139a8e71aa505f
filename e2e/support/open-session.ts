interface Session {
  id: string;
  startsAt: string;
  endsAt: string;
  cancelled: boolean;
}

const OPENS_BEFORE_MS = 30 * 60_000;

/** The session of these that is open for sign-in; of two consecutive ones the later, so that it doesn't end during the journey. */
export function openSession(sessions: readonly Session[], now = Date.now()): Session | undefined {
  return sessions.findLast(
    (one) => !one.cancelled && Date.parse(one.startsAt) - OPENS_BEFORE_MS <= now && now < Date.parse(one.endsAt),
  );
}
