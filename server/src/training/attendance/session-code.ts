import { z } from "zod";
import { createSessionCodes, qrSvg, type SessionCodes } from "../../adapters/qr-code/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import type { Services } from "../../kernel/services.ts";
import { ById } from "../../kernel/shapes.ts";
import { sessionOwner } from "../owners.ts";
import { judgeSignIn } from "./sign-in-window.ts";

const made = new WeakMap<Services, SessionCodes>();

/** Rotating codes of this platform, under a key of their own. */
export function sessionCodes(services: Services): SessionCodes {
  const known = made.get(services);
  if (known) return known;
  const codes = createSessionCodes(services.sealer.purposeKey("session-code"));
  made.set(services, codes);
  return codes;
}

/** Current code of the teacher's screen, and for how long it is valid: too short for a photograph to be useful at home. */
export const showSessionCode = operation({
  method: "GET",
  path: "/api/v1/sessions/:id/code",
  summary: "显示签到码",
  permission: { roles: ["institution"], over: sessionOwner },
  params: ById,
  output: z.object({
    code: z.string(),
    url: z.string(),
    qrSvg: z.string(),
    showForMs: z.number().int(),
    signedIn: z.number().int(),
    expected: z.number().int(),
  }),
  async run(context, { params }) {
    const session = await context.db
      .selectFrom("class_session as s")
      .innerJoin("training_class as c", "c.id", "s.class_id")
      .select((build) => [
        "s.starts_at",
        "s.ends_at",
        "s.cancelled",
        "c.state",
        build
          .selectFrom("attendance as a")
          .select((count) => count.fn.countAll<number>().as("n"))
          .whereRef("a.session_id", "=", "s.id")
          .where("a.mark", "in", ["present", "late"])
          .as("signed_in"),
        build
          .selectFrom("enrolment as e")
          .select((count) => count.fn.countAll<number>().as("n"))
          .whereRef("e.class_id", "=", "s.class_id")
          .where("e.state", "=", "enrolled")
          .as("expected"),
      ])
      .where("s.id", "=", params.id)
      .executeTakeFirst();
    if (!session) throw notFound("这节课");
    if (session.cancelled || session.state !== "running")
      throw conflict("class-not-running", "这节课没有在进行的培训班，不能签到。请先开班。");
    const verdict = judgeSignIn({ startsAt: session.starts_at, endsAt: session.ends_at }, context.now);
    if (!verdict.ok) throw conflict(verdict.code, verdict.sentence);
    const { code, showForMs } = sessionCodes(context.services).issue(params.id, context.now.getTime());
    const url = `${context.services.config.publicUrl}/sign-in/${params.id}?code=${code}`;
    return {
      code,
      url,
      qrSvg: qrSvg(url, { title: "签到码" }),
      showForMs,
      signedIn: session.signed_in ?? 0,
      expected: session.expected ?? 0,
    };
  },
});
