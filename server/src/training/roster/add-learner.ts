import { groups } from "@jinengtong/standards";
import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict } from "../../kernel/problem.ts";
import { ById, Id } from "../../kernel/shapes.ts";
import { askSources, CitizenIdNumber, findOrCreatePerson, Mobile, PersonName } from "../../people/index.ts";
import { requireActive } from "../../organisations/index.ts";
import { lockClass } from "../class/class-plan.ts";
import { classStates, type ClassState } from "../class-states.ts";
import { takeSeat } from "./enrol.ts";
import { classOwner } from "../owners.ts";
import { Town } from "../class/shapes.ts";
import { notifyEnrolled } from "./notify-enrolled.ts";

/** A learner by name and number, as an institution enters them. */
export const WrittenLearner = z.strictObject({
  name: PersonName,
  citizenId: CitizenIdNumber,
  phone: Mobile.nullable().default(null),
  town: Town.optional(),
  groupCode: z.enum(groups.codes).nullable().default(null),
});

/** States in which the roster is editable; it is frozen from the first session on. */
export const ROSTER_OPEN: readonly string[] = ["draft", "returned", "submitted", "approved"] satisfies ClassState[];

/** Refuses a roster edit after the class began, with the alternative. */
export function mustTakeLearners(state: string): void {
  if (ROSTER_OPEN.includes(state)) return;
  throw conflict(
    "roster-frozen",
    `培训班当前为“${classStates.states[state as ClassState].label}”，花名册已锁定。开班后加人请提交变更申请并说明理由。`,
    { state },
  );
}

/** The institution enrols one person by identity number. */
export const addLearner = operation({
  method: "POST",
  path: "/api/v1/classes/:id/roster",
  summary: "添加学员",
  permission: { roles: ["institution"], over: classOwner },
  scope: "classes:write",
  params: ById,
  body: WrittenLearner,
  output: z.object({ id: Id, personId: Id }),
  async run(context, { params, body }) {
    const target = await lockClass(context, params.id);
    mustTakeLearners(target.state);
    await requireActive(context, target.organisation_id, "招收学员");
    const person = await findOrCreatePerson(context, {
      name: body.name,
      citizenId: body.citizenId,
      phone: body.phone,
      town: body.town ?? target.town,
    });
    const id = await takeSeat(context, {
      classId: target.id,
      capacity: target.capacity,
      personId: person.id,
      state: "enrolled",
      groupCode: body.groupCode,
    });
    context.audit({ kind: "enrolment", id, region: target.town, detail: { classId: target.id } });
    await askSources(context, [person.id]);
    await notifyEnrolled(context, [{ classId: target.id, personId: person.id }]);
    return { id, personId: person.id };
  },
});
