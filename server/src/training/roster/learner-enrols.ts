import { groups } from "@jinengtong/standards";
import { z } from "zod";
import { notifyOrganisation } from "../../access/index.ts";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { ById, Id } from "../../kernel/shapes.ts";
import { requireActive } from "../../organisations/index.ts";
import { lockClass } from "../class/class-plan.ts";
import { classStates, type ClassState } from "../class-states.ts";
import { takeSeat } from "./enrol.ts";

const GroupCode = z.enum(groups.codes).nullable().default(null);

/** A learner applies for a seat in an approved class; of two who apply for the last one, exactly one gets it. */
export const learnerEnrols = operation({
  method: "POST",
  path: "/api/v1/classes/:id/enrolments",
  summary: "报名参加培训班",
  permission: { roles: ["learner"] },
  behalf: ["enrol"],
  params: ById,
  body: z.strictObject({ groupCode: GroupCode }),
  output: z.object({ id: Id, state: z.enum(["applied", "enrolled"]) }),
  async run(context, { params, body }) {
    const target = await lockClass(context, params.id);
    if (target.state !== "approved") {
      // Classes that aren't public are 404; past ones are refused with the reason.
      if (!["running", "suspended", "completed", "closed"].includes(target.state)) throw notFound("培训班");
      throw conflict(
        "enrolment-closed",
        `培训班当前为“${classStates.states[target.state as ClassState].label}”，已停止报名，请选择其他班。`,
      );
    }
    if (!target.open_enrolment) throw conflict("enrolment-not-open", "本班由机构组织报名，请与培训机构联系。");
    await requireActive(context, target.organisation_id, "招收学员");
    const id = await takeSeat(context, {
      classId: target.id,
      capacity: target.capacity,
      personId: context.actor.personId ?? "",
      state: "applied",
      groupCode: body.groupCode,
    });
    await notifyOrganisation(context, target.organisation_id, {
      template: "learner-applied",
      text: "新收到 {n} 人报名，请在花名册中确认。",
      count: 1,
    });
    context.audit({ kind: "enrolment", id, organisationId: target.organisation_id, region: target.town });
    return { id, state: "applied" as const };
  },
});
