import { operation } from "../../kernel/operation.ts";
import { ById, Done } from "../../kernel/shapes.ts";
import { requireOffice } from "../../organisations/index.ts";
import { projectOwner } from "../admission/owners.ts";
import { projectColumns, ProjectForm } from "./project-form.ts";

/** Changes a plan or project; a last day closes it. */
export const editProject = operation({
  method: "PUT",
  path: "/api/v1/training-projects/:id",
  summary: "修改培训项目",
  permission: { roles: ["reviewer"], over: projectOwner },
  params: ById,
  body: ProjectForm,
  output: Done,
  async run(context, { params, body }) {
    if (body.ownerId !== null) await requireOffice(context.db, body.ownerId, "/ownerId");
    await context.db.updateTable("training_project").set(projectColumns(body)).where("id", "=", params.id).execute();
    context.audit({ kind: "training-project", id: params.id, detail: { code: body.code } });
    return { id: params.id };
  },
});
