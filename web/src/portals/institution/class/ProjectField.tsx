import { api } from "../../../api/api.ts";
import { groups } from "@jinengtong/standards";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { formatPeriod } from "../../../kit/format.ts";
import { Notice } from "../../../kit/Notice.tsx";
import { Select } from "../../../kit/Select.tsx";
import { FormField } from "../../../kit/form.tsx";
import type { PlanValues } from "./plan-values.ts";

interface ProjectFieldProps {
  values: PlanValues;
  /** The benefit is for a project that the office has published. */
  needed: boolean;
  onChange: (change: Partial<PlanValues>) => void;
}

/** The published project or named plan a class belongs to. Project training needs its project; other classes may serve a plan. */
export function ProjectField({ values, needed, onChange }: ProjectFieldProps): ReactElement {
  const projects = useApi(api.projects.list, { query: {} }, { staleTime: 60_000 });
  const offered = (projects.data?.rows ?? []).filter(
    (project) => project.id === values.projectId || (project.kind === "project-based") === needed,
  );
  const chosen = offered.find((project) => project.id === values.projectId);
  const late =
    chosen !== undefined &&
    values.startsOn !== "" &&
    (values.startsOn < chosen.openFrom || (chosen.openTo !== null && chosen.openTo < values.startsOn));
  const served = chosen?.groups.map((code) => (groups.has(code) ? groups.label(code) : code)).join("、");
  return (
    <FormField
      name="projectId"
      label={needed ? "培训项目" : "专项计划"}
      required={needed}
      className="sm:col-span-2"
      {...(needed ? { hint: "人社部门公布的项目制培训项目" } : {})}
    >
      <Select
        value={values.projectId}
        onChange={(projectId) => onChange({ projectId })}
        placeholder={needed ? "请选择" : "不属于专项计划"}
        disabled={projects.isPending}
        choices={offered.map((project) => ({
          value: project.id,
          label: `${project.name}（${project.code}）${project.open ? "" : "，今天不受理"}`,
        }))}
      />
      {chosen !== undefined && (
        <p className="mt-1 text-sm text-ink-2">
          面向{served === "" ? "所有人" : served}，受理期{" "}
          <span className="num">{formatPeriod(chosen.openFrom, chosen.openTo)}</span>
          ，条款 {chosen.clause}
        </p>
      )}
      {chosen !== undefined && <PlacesLeft projectId={chosen.id} values={values} />}
      {late && (
        <div className="mt-1">
          <Notice tone="turn">这个项目在开班日期不受理，提交时会被拦下。请改日期或换项目。</Notice>
        </div>
      )}
      {needed && projects.data !== undefined && offered.length === 0 && (
        <div className="mt-1">
          <Notice tone="turn">人社部门还没有公布项目制培训项目。公布后才能按这项补贴开班。</Notice>
        </div>
      )}
    </FormField>
  );
}

/** Places that the plan still has for this class, by what the class has of date and town. */
function PlacesLeft({ projectId, values }: { projectId: string; values: PlanValues }): ReactElement | null {
  const year = Number(values.startsOn.slice(0, 4));
  const left = useApi(
    api.planQuotas.left,
    { query: { projectId, year, town: values.town } },
    { enabled: values.startsOn !== "" },
  );
  const rows = left.data?.rows ?? [];
  if (rows.length === 0) return null;
  const least = Math.min(...rows.map((row) => row.left));
  const wanted = Number(values.capacity);
  return (
    <div className="mt-1">
      <p className="text-sm text-ink-2">
        {year} 年还剩的名额：{rows.map((row) => `${row.place} ${row.left} 个`).join("，")}
      </p>
      {wanted > least && (
        <Notice tone="turn">名额不够本班的 {wanted} 人。请改小人数，或请主管部门增加名额后再提交。</Notice>
      )}
    </div>
  );
}
