import type { AttendanceMark } from "@jinengtong/standards";
import { z } from "zod";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound, unacceptable } from "../../kernel/problem.ts";
import { ById, Instant } from "../../kernel/shapes.ts";
import { isRefusedBy } from "../../kernel/refusals.ts";
import { keepRefusedPresence } from "./refused-presence.ts";
import { sessionCodes } from "./session-code.ts";
import { judgeSignIn } from "./sign-in-window.ts";

interface Place {
  starts_at: Date;
  ends_at: Date;
  cancelled: boolean;
  class_state: string;
  enrolment_id: string | null;
  mark: AttendanceMark | null;
  method: string | null;
  minutes: number | null;
  at: Date | null;
  keeps_place: boolean | null;
}

/**
 * Signs a learner in with the code on the teacher's screen. One read and one insert without shared locks, since a whole hall may do
 * it within seconds. Phone and, with the person's consent, position are stored as evidence if given; neither is required, and never a face.
 */
export const signIn = operation({
  method: "POST",
  path: "/api/v1/sessions/:id/sign-ins",
  summary: "学员签到",
  permission: { roles: ["learner"] },
  params: ById,
  body: z.strictObject({
    code: z.string().trim().min(1, "请扫描老师屏幕上的签到码").max(40),
    /** Hash of the device, made by the page: reveals two learners on one phone. */
    device: z
      .string()
      .regex(/^[0-9a-f]{16,64}$/)
      .nullable()
      .default(null),
    latitude: z.number().min(-90).max(90).nullable().default(null),
    longitude: z.number().min(-180).max(180).nullable().default(null),
  }),
  output: z.object({
    mark: z.enum(["present", "late"]),
    minutes: z.number().int(),
    at: Instant,
    repeated: z.boolean(),
  }),
  async run(context, { params, body }) {
    const personId = context.actor.personId;
    const found = await sql<Place>`
      select s.starts_at, s.ends_at, s.cancelled, c.state as class_state, e.id as enrolment_id, m.mark, m.method, m.minutes, m.at,
        (select w.given from consent w where w.person_id = ${personId} and w.purpose = 'location' order by w.id desc limit 1) as keeps_place
      from class_session s join training_class c on c.id = s.class_id
      left join enrolment e on e.class_id = s.class_id and e.person_id = ${personId} and e.state = 'enrolled'
      left join attendance a on a.session_id = s.id and a.enrolment_id = e.id
      left join attendance_mark m on m.id = a.mark_id
      where s.id = ${params.id}`.execute(context.db);
    const place = found.rows[0];
    if (!place) throw notFound("这节课");
    if (place.enrolment_id === null)
      throw conflict("not-on-roster", "您不在这个班的花名册上，不能签到。如有疑问，请联系培训机构。");
    if (place.cancelled || place.class_state !== "running")
      throw conflict("class-not-running", "这节课已取消或培训班未开班，不能签到。");
    if (!sessionCodes(context.services).verify(params.id, body.code, context.now.getTime()))
      throw unacceptable("code-expired", "签到码不正确或已过期，请重新扫描老师屏幕上的二维码。");
    const verdict = judgeSignIn({ startsAt: place.starts_at, endsAt: place.ends_at }, context.now);
    if (!verdict.ok) throw conflict(verdict.code, verdict.sentence);
    context.audit({ kind: "session", id: params.id });
    if (place.method === "code" && (place.mark === "present" || place.mark === "late"))
      return {
        mark: place.mark,
        minutes: place.minutes ?? 0,
        at: (place.at ?? context.now).toISOString(),
        repeated: true,
      };
    if (place.method !== null)
      throw conflict("roll-called", "老师已点名，您的出勤以点名为准。如有差错，请联系老师更正。");
    const { enrolment_id: enrolmentId } = place;
    // Where somebody is, is stored only with their consent.
    const keepsPlace = place.keeps_place === true;
    await context.db
      .insertInto("attendance_mark")
      .values({
        session_id: params.id,
        enrolment_id: enrolmentId,
        person_id: personId ?? "",
        mark: verdict.mark,
        method: "code",
        minutes: verdict.minutes,
        device: body.device,
        latitude: keepsPlace ? body.latitude : null,
        longitude: keepsPlace ? body.longitude : null,
        account_id: context.actor.accountId,
        at: context.now,
      })
      .execute()
      .catch((error: unknown) => {
        if (!isRefusedBy(error, "learner_in_one_place")) throw error;
        keepRefusedPresence(context, {
          personId: personId ?? "",
          enrolmentId,
          kind: "sign-in",
          sessionId: params.id,
          device: body.device,
        });
        throw conflict(
          "learner-in-two-places",
          "您这个时间在另一个班已记为到课，一个人不能同时在两处上课。另一处记错了的，请联系那个班的老师更正，再来签到。",
        );
      });
    return { mark: verdict.mark, minutes: verdict.minutes, at: context.now.toISOString(), repeated: false };
  },
});
