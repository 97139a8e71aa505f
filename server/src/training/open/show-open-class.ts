import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { sql } from "../../kernel/database.ts";
import { operation } from "../../kernel/operation.ts";
import { notFound } from "../../kernel/problem.ts";
import { ById } from "../../kernel/shapes.ts";
import { sessionLines } from "../class/show-class.ts";
import { SessionLine } from "../class/shapes.ts";
import { columns, OpenClass, toOpenClass, type Row } from "./open-class-view.ts";

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

/** Public page of one class; 404 before approval. */
export const showOpenClass = operation({
  method: "GET",
  path: "/api/v1/open-classes/:id",
  summary: "培训班公开页",
  permission: { public: true },
  params: ById,
  output: OpenClass.extend({ plan: z.string(), sessions: z.array(PublicSession) }),
  async run(context, { params }) {
    const found = await publicRow(context, params.id);
    const sessions = await sessionLines(context, params.id, { cancelled: false });
    return {
      ...toOpenClass(found),
      plan: found.plan,
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

async function publicRow(context: Context, id: string): Promise<Row & { plan: string }> {
  const found = await sql<Row & { plan: string }>`
    select ${columns}, c.plan from training_class c join organisation o on o.id = c.organisation_id
    where c.id = ${id} and c.state in ('approved', 'running', 'suspended', 'completed', 'closed')`.execute(context.db);
  const row = found.rows[0];
  if (!row) throw notFound("培训班");
  return row;
}
