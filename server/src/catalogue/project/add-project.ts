import { operation } from "../../kernel/operation.ts";
import { Done } from "../../kernel/shapes.ts";
import { requireOffice } from "../../organisations/index.ts";
import { countyOf } from "../list/draft-writing.ts";
import { projectColumns, ProjectForm } from "./project-form.ts";

/** The bureau opens a named plan or project that classes may belong to. */
export const addProject = operation({
  method: "POST",
  path: "/api/v1/training-projects",
  summary: "新建培训项目",
  permission: { roles: ["reviewer"] },
  body: ProjectForm,
  output: Done,
  async run(context, { body }) {
    if (body.ownerId !== null) await requireOffice(context.db, body.ownerId, "/ownerId");
    const row = await context.db
      .insertInto("training_project")
      .values({ ...projectColumns(body), region: countyOf(context) })
      .returning("id")
      .executeTakeFirstOrThrow();
    context.audit({ kind: "training-project", id: row.id });
    return row;
  },
});
