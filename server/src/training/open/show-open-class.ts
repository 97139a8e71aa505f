import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { sessionLines } from "../class/show-class.ts";
import { SessionLine } from "../class/shapes.ts";
import { columns, OpenClass, toOpenClasses, type Row } from "./open-class-view.ts";

const PublicSession = SessionLine.pick({
  id: true,
  startsAt: true,
  endsAt: true,
  hours: true,
  topic: true,
  practice: true,
  roomName: true,
  roomAddress: true,
});

/** A teacher by their surname and what they may teach by, as a school says it to people who ask. */
const PublicTeacher = z.object({ surname: z.string(), qualification: z.string().nullable() });

/** Public page of one class; 404 before approval. */
export const showOpenClass = operation({
  method: "GET",
  path: "/api/v1/open-classes/:id",
  summary: "培训班公开页",
  permission: { public: true },
  params: ById,
  output: OpenClass.extend({
    plan: z.string(),
    bring: z.string().describe("要带什么；空为机构没有写"),
    teachers: z.array(PublicTeacher),
    sessions: z.array(PublicSession),
  }),
  async run(context, { params }) {
    const found = await publicRow(context, params.id);
    const sessions = await sessionLines(context, params.id, { cancelled: false });
    const [shown] = await toOpenClasses(context.db, [found]);
    if (shown === undefined) throw notFound("培训班");
    return {
      ...shown,
      plan: found.plan,
      bring: found.bring,
      teachers: await teachersOf(context, params.id),
      sessions: sessions.map(({ id, startsAt, endsAt, hours, topic, practice, roomName, roomAddress }) => ({
        id,
        startsAt,
        endsAt,
        hours,
        topic,
        practice,
        roomName,
        roomAddress,
      })),
    };
  },
});

interface PublicRow extends Row {
  plan: string;
  bring: string;
}

async function publicRow(context: Context, id: string): Promise<PublicRow> {
  const found = await sql<PublicRow>`
    select ${columns}, c.plan, c.bring from training_class c join organisation o on o.id = c.organisation_id
    where c.id = ${id} and c.state in ('approved', 'running', 'suspended', 'completed', 'closed')`.execute(context.db);
  const row = found.rows[0];
  if (!row) throw notFound("培训班");
  return row;
}

/** Who teaches there, most hours first. */
async function teachersOf(context: Context, classId: string): Promise<z.output<typeof PublicTeacher>[]> {
  const found = await sql<z.output<typeof PublicTeacher>>`
    select left(p.name, 1) as surname, t.qualification from class_session s
    join teacher t on t.id = s.teacher_id join person p on p.id = s.teacher_person_id
    where s.class_id = ${classId} and not s.cancelled group by t.id, p.name order by sum(s.hours) desc, p.name limit 20`.execute(
    context.db,
  );
  return found.rows;
}
