import { z } from "zod";
import { exportOf } from "../../kernel/export-list.ts";
import { operation } from "../../kernel/operation.ts";
import { CivilDate, Id, Instant, pageOf } from "../../kernel/shapes.ts";
import { byId, byTime, sortable } from "../../kernel/sorting.ts";
import { ASPECTS, FeedbackState, labelOf, Stars } from "./feedback-shape.ts";

const ORDER = sortable({
  columns: {
    writtenAt: byTime("f.written_at"),
  },
  unique: byId("f.id"),
  usual: "writtenAt",
});

/** Words of learners on classes: a school reads its published ones, without a name; the bureau those of its region, to decide them. */
export const listFeedback = operation({
  method: "GET",
  path: "/api/v1/class-feedback",
  summary: "学员评价列表",
  permission: { roles: ["reviewer", "institution", "auditor"] },
  query: ORDER.query.extend({
    state: FeedbackState.optional(),
    classId: Id.optional(),
    organisation: Id.optional().describe("只看这家机构的"),
    answered: z.enum(["yes", "no"]).optional().describe("机构有没有答复"),
  }),
  output: pageOf(
    Stars.extend({
      id: Id,
      classId: Id,
      className: z.string(),
      organisationName: z.string(),
      endsOn: CivilDate,
      authorName: z.string().nullable().describe("机构看不到是谁写的"),
      text: z.string(),
      state: FeedbackState,
      stateLabel: z.string(),
      writtenAt: Instant,
      reason: z.string().nullable(),
      reply: z.string().nullable(),
      replyRemoved: z.string().nullable().describe("答复被撤下的理由"),
    }),
  ),
  async run(context, { query }) {
    const page = ORDER.page(query);
    const { role, region, organisationId } = context.actor;
    const school = role === "institution";
    const listed = context.db
      .selectFrom("class_feedback as f")
      .innerJoin("training_class as c", "c.id", "f.class_id")
      .innerJoin("organisation as o", "o.id", "f.organisation_id")
      .innerJoin("enrolment as e", "e.id", "f.enrolment_id")
      .innerJoin("person as p", "p.id", "e.person_id")
      .selectAll("f")
      .select(["c.name as class_name", "c.ends_on", "o.name as organisation_name", "p.name as author_name", page.place])
      .$if(school, (q) => q.where("f.organisation_id", "=", organisationId).where("f.state", "=", "published"))
      .$if(!school, (q) => q.where("c.town", "like", `${region}%`))
      .$if(query.state !== undefined, (q) => q.where("f.state", "=", query.state ?? "submitted"))
      .$if(query.classId !== undefined, (q) => q.where("f.class_id", "=", query.classId ?? ""))
      .$if(query.organisation !== undefined, (q) => q.where("f.organisation_id", "=", query.organisation ?? ""))
      .$if(query.answered !== undefined, (q) => q.where("f.reply", query.answered === "yes" ? "is not" : "is", null))
      .where(page.beyond)
      .orderBy(page.order)
      .limit(page.limit);
    const cut = await page.read(context.db, listed);
    return {
      ...cut,
      rows: cut.rows.map((row) => ({
        id: row.id,
        classId: row.class_id,
        className: row.class_name,
        organisationName: row.organisation_name,
        endsOn: row.ends_on,
        authorName: school ? null : row.author_name,
        teaching: row.teaching,
        practice: row.practice,
        service: row.service,
        useful: row.useful,
        text: row.text,
        state: row.state,
        stateLabel: labelOf(row.state),
        writtenAt: row.written_at.toISOString(),
        reason: row.decision_reason,
        reply: row.reply,
        replyRemoved: row.reply_removed_because,
      })),
    };
  },
});

export const exportFeedback = exportOf(listFeedback, {
  title: "学员评价",
  columns: [
    { header: "评价时间（UTC）", width: 24, value: (row) => row.writtenAt },
    { header: "培训班", width: 28, value: (row) => row.className },
    { header: "培训机构", width: 28, value: (row) => row.organisationName },
    { header: ASPECTS.teaching, value: (row) => row.teaching },
    { header: ASPECTS.practice, value: (row) => row.practice },
    { header: ASPECTS.service, value: (row) => row.service },
    { header: ASPECTS.useful, value: (row) => row.useful },
    { header: "评价", width: 40, value: (row) => row.text },
    { header: "状态", value: (row) => row.stateLabel },
    { header: "理由", width: 30, value: (row) => row.reason },
    { header: "机构答复", width: 40, value: (row) => row.reply },
  ],
});
