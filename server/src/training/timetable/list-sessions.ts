import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { ById } from "../../kernel/shapes.ts";
import { classOwner } from "../owners.ts";
import { SessionLine } from "../class/shapes.ts";
import { CLASS_READERS } from "../class/visible.ts";
import { sessionLines } from "../class/show-class.ts";

/** The timetable of a class, including cancelled sessions. */
export const listSessions = operation({
  method: "GET",
  path: "/api/v1/classes/:id/sessions",
  summary: "查看课表",
  permission: { roles: CLASS_READERS, over: classOwner },
  scope: "classes:read",
  params: ById,
  output: z.object({ sessions: z.array(SessionLine) }),
  async run(context, { params }) {
    return { sessions: await sessionLines(context, params.id, { cancelled: true }) };
  },
});
