import { api } from "../../../api/api.ts";
import { useRef, type ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Field } from "../../../kit/Field.tsx";
import { SearchBox } from "../../../kit/SearchBox.tsx";
import { Select } from "../../../kit/Select.tsx";
import { useHotkeys } from "../../../kit/staff/use-hotkeys.ts";
import { FilterList } from "../../../kit/staff/FilterList.tsx";
import { ProgrammeFilter } from "../../../features/programmes/ProgrammeFilter.tsx";
import { useBenefits } from "../../../features/programmes/use-programmes.ts";

export interface ReviewFilterValues {
  reviewable?: "true";
  overdue?: "true" | "false";
  held?: "true" | "false";
  policy?: string;
  benefit?: string;
  organisationId?: string;
  outcome?: "granted" | "refused" | "incomplete";
  q?: string;
}

type Values = Record<keyof ReviewFilterValues, string>;

interface ReviewFiltersProps {
  round: 1 | 2;
  values: Values;
  onChange: (change: Partial<Values>) => void;
}

/** Filters of a review queue: owner, lateness, benefit, institution, verdict. */
export function ReviewFilters({ round, values, onChange }: ReviewFiltersProps): ReactElement {
  const state = round === 1 ? "submitted" : "first-passed";
  const count = (query: ReviewFilterValues) => ({ query: { ...query, state, limit: 1 } });
  const all = useApi(api.claims.list, count({}));
  const mine = useApi(api.claims.list, count({ reviewable: "true" }));
  const held = useApi(api.claims.list, count({ held: "true" }));
  const late = useApi(api.claims.list, count({ overdue: "true" }));
  const organisations = useApi(api.organisations.list, { query: { limit: 200 } }, { staleTime: 600_000 });
  const benefits = useBenefits(values.policy);
  const search = useRef<HTMLDivElement>(null);
  useHotkeys({ "/": () => search.current?.querySelector("input")?.focus() });
  const whose =
    values.overdue === "true"
      ? "late"
      : values.held === "true"
        ? "held"
        : values.reviewable === "true"
          ? "mine"
          : "all";
  return (
    <div className="max-xl:grid max-xl:gap-x-6 max-xl:sm:grid-cols-3">
      <FilterList
        title="范围"
        value={whose}
        onChange={(key) =>
          onChange({
            reviewable: key === "mine" ? "true" : "",
            overdue: key === "late" ? "true" : "",
            held: key === "held" ? "true" : "",
          })
        }
        options={[
          option("all", round === 1 ? "全部待初审" : "全部待复审", all.data?.total),
          option("mine", "我可以审的", mine.data?.total),
          option("late", "已超期", late.data?.total),
          option("held", "疑点暂缓", held.data?.total),
        ]}
      />
      <FilterList
        title="系统判定"
        value={values.outcome}
        onChange={(outcome) => onChange({ outcome })}
        options={[
          { key: "", title: "不限" },
          { key: "granted", title: "符合条件" },
          { key: "refused", title: "不符合条件" },
          { key: "incomplete", title: "材料不全" },
        ]}
      />
      <div className="grid content-start gap-3 text-sm">
        <ProgrammeFilter titled value={values.policy ?? ""} onChange={(policy) => onChange({ policy })} />
        <Field label="补贴" required="filter">
          <Select
            value={values.benefit}
            onChange={(benefit) => onChange({ benefit })}
            placeholder="全部补贴"
            choices={benefits.choices}
          />
        </Field>
        <Field label="申报单位" required="filter">
          <Select
            value={values.organisationId}
            onChange={(organisationId) => onChange({ organisationId })}
            placeholder="全部单位"
            choices={(organisations.data?.rows ?? []).map((one) => ({ value: one.id, label: one.name }))}
          />
        </Field>
        <div ref={search}>
          <SearchBox label="编号或姓名" value={values.q} onSearch={(q) => onChange({ q })} />
        </div>
      </div>
    </div>
  );
}

const option = (key: string, title: string, total: number | undefined) => ({
  key,
  title,
  ...(total === undefined ? {} : { count: total }),
});
