import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { conflict, notFound } from "../../kernel/problem.ts";
import { ById, Id } from "../../kernel/shapes.ts";
import { classOwner, finishEnrolment } from "../../training/index.ts";
import { type Completion, completionOf } from "../completion/completion.ts";
import { notReady } from "../exam/exam-results.ts";
import { nextSerials } from "../completion/completion-serial.ts";
import { issueCertificate } from "./issue-certificate.ts";

const GIVES_CERTIFICATES = ["running", "completed"];

/** Issues 培训合格证书 to the learners of a class who completed their hours and passed; reports for the others why not. */
export const issueCompletionCertificates = operation({
  method: "POST",
  path: "/api/v1/classes/:id/certificates",
  summary: "发放培训合格证书",
  permission: { roles: ["institution"], over: classOwner },
  scope: "certificates:write",
  params: ById,
  body: z.strictObject({
    enrolmentIds: z.array(Id).min(1).max(500).optional().describe("不填则为全班符合条件的学员"),
  }),
  output: z.object({
    issued: z.array(z.object({ certificateId: Id, enrolmentId: Id, serial: z.string() })),
    notYet: z.array(z.object({ enrolmentId: Id, reason: z.string() })),
  }),
  async run(context, { params, body }) {
    const found = await context.db
      .selectFrom("training_class as c")
      .innerJoin("organisation as o", "o.id", "c.organisation_id")
      .select(["c.state", "c.occupation", "c.occupation_name", "c.level", "o.id as issuer_id", "o.name", "o.uscc"])
      .where("c.id", "=", params.id)
      // Serialised: of two clerks at once, the second finds nobody left.
      .forUpdate("c")
      .executeTakeFirstOrThrow();
    if (!GIVES_CERTIFICATES.includes(found.state))
      throw conflict("class-not-running", "只有开班中或已结业的班级可以发放证书，请刷新页面查看班级状态。");
    const learners = await context.db
      .selectFrom("enrolment as e")
      .select((e) => [
        "e.id",
        "e.person_id",
        "e.state",
        e
          .exists(
            e
              .selectFrom("certificate as f")
              .select("f.id")
              .whereRef("f.enrolment_id", "=", "e.id")
              .where("f.kind", "=", "completion"),
          )
          .as("has"),
      ])
      .where("e.class_id", "=", params.id)
      .where("e.state", "in", ["enrolled", "completed"])
      .$if(body.enrolmentIds !== undefined, (query) => query.where("e.id", "in", body.enrolmentIds ?? []))
      .orderBy("e.seat")
      .execute();
    if (body.enrolmentIds && learners.length < new Set(body.enrolmentIds).size) throw notFound("其中的学员");
    const completions = await completionOf(
      context.db,
      learners.map((learner) => learner.id),
    );
    const judged = learners.map((learner) => ({
      ...learner,
      completion: completions.get(learner.id),
      reason: learner.has ? "已有培训合格证书" : missing(completions.get(learner.id)),
    }));
    const ready = judged.filter((learner) => learner.reason === null);
    const issuer = { id: found.issuer_id, uscc: found.uscc };
    const serials = await nextSerials(context.db, issuer, Number(context.today.slice(0, 4)), ready.length);
    const issued = [];
    for (const [index, learner] of ready.entries()) {
      const serial = serials[index] ?? "";
      const certificateId = await issueCertificate(context, serial, {
        kind: "completion",
        personId: learner.person_id,
        classId: params.id,
        enrolmentId: learner.id,
        occupation: found.occupation,
        occupationName: found.occupation_name,
        level: found.level,
        issuerId: found.issuer_id,
        issuerName: found.name,
        issuedOn: context.today,
        hours: learner.completion?.countedHours ?? null,
      });
      if (learner.state === "enrolled") await finishEnrolment(context, learner.id, "completed");
      issued.push({ certificateId, enrolmentId: learner.id, serial });
    }
    context.audit({ kind: "class", id: params.id, detail: { issued: issued.map((each) => each.serial) } });
    return {
      issued,
      notYet: judged.flatMap(({ id, reason }) => (reason === null ? [] : [{ enrolmentId: id, reason }])),
    };
  },
});

/** Reason why the certificate can't be issued yet, as a sentence; null if it can. */
function missing(completion: Completion | undefined): string | null {
  const hours = notReady(completion);
  if (hours !== null) return hours;
  if (completion?.examPassed == null) return "还没有结业考核成绩";
  return completion.examPassed ? null : "结业考核未合格";
}
