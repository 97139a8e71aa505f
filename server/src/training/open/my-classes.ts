import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { MyClass, rowsOf } from "./my-class-view.ts";

/** The learner's classes, newest first, each with its next session. */
export const myClasses = operation({
  method: "GET",
  path: "/api/v1/my/classes",
  summary: "我的培训班",
  permission: { roles: ["learner"] },
  behalf: ["enrol", "record"],
  output: z.object({ rows: z.array(MyClass) }),
  async run(context) {
    return { rows: await rowsOf(context, context.actor.personId ?? "", null) };
  },
});
