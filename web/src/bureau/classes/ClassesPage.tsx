import type { ReactElement } from "react";
import { useApiPages } from "../../api/hooks.ts";
import { Empty } from "../../ui/Empty.tsx";
import { formatPeriod } from "../../ui/format.ts";
import { projectLabel } from "../../ui/organisation/levels.ts";
import { pageOf } from "../../ui/organisation/pages.ts";
import { classKind, classStateChoices } from "../../ui/organisation/states.ts";
import { given, useFilters } from "../../ui/organisation/use-filters.ts";
import { usePolicy } from "../../ui/organisation/use-policy.ts";
import { SearchBox } from "../../ui/SearchBox.tsx";
import { Select } from "../../ui/Select.tsx";
import { DataTable } from "../../ui/staff/DataTable.tsx";
import { useSort } from "../../ui/staff/use-sort.ts";
import { StaffPage } from "../../ui/staff/StaffPage.tsx";
import { StatusMark } from "../../ui/StatusMark.tsx";
import { townChoices, townName } from "../towns.ts";

/** Every class of the region. */
export default function ClassesPage(): ReactElement {
  const [filters, setFilters] = useFilters(["q", "state", "benefit", "town"]);
  const policy = usePolicy();
  const sorting = useSort("GET /api/v1/classes", "-startsOn");
  const classes = useApiPages("GET /api/v1/classes", { query: { ...given(filters), sort: sorting.sort } }, pageOf);
  return (
    <StaffPage title="培训班">
      <DataTable
        id="bureau-classes"
        caption="培训班"
        unit="个班"
        rows={classes.rows}
        rowKey={(row) => row.id}
        sorting={sorting}
        href={(row) => `/bureau/classes/${row.id}`}
        filters={
          <>
            <span className="w-60">
              <SearchBox label="班名、编号、机构或工种" value={filters.q} onSearch={(q) => setFilters({ q })} />
            </span>
            <Select
              className="w-36"
              aria-label="状态"
              value={filters.state}
              onChange={(state) => setFilters({ state })}
              placeholder="全部状态"
              choices={classStateChoices.filter((one) => one.value !== "draft")}
            />
            <Select
              className="w-52"
              aria-label="补贴"
              value={filters.benefit}
              onChange={(benefit) => setFilters({ benefit })}
              placeholder="全部补贴"
              choices={policy.benefits.map((one) => ({ value: one.benefit, label: one.title }))}
            />
            <Select
              className="w-36"
              aria-label="镇街"
              value={filters.town}
              onChange={(town) => setFilters({ town })}
              placeholder="全部镇街"
              choices={townChoices}
            />
          </>
        }
        exportTo={{
          path: "/api/v1/classes/export",
          query: { ...given(filters), sort: sorting.sort },
          name: "培训班.xlsx",
        }}
        hasMore={classes.hasMore}
        onMore={classes.onMore}
        isLoadingMore={classes.isLoadingMore}
        isPending={classes.isPending}
        error={classes.error}
        onRetry={classes.onRetry}
        empty={<Empty title="没有符合条件的班">换个词，或放宽筛选条件。</Empty>}
        columns={[
          {
            key: "name",
            sort: "name",
            title: "培训班",
            render: (row) => <span className="font-medium">{row.name}</span>,
          },
          { key: "number", sort: "number", title: "编号", render: (row) => <span className="num">{row.number}</span> },
          { key: "organisation", sort: "organisationName", title: "培训机构", render: (row) => row.organisationName },
          {
            key: "occupation",
            sort: "occupationName",
            title: "职业（工种）",
            render: (row) => projectLabel(row.occupationName, row.level),
          },
          {
            key: "state",
            title: "状态",
            render: (row) => <StatusMark kind={classKind(row.state)}>{row.stateLabel}</StatusMark>,
          },
          { key: "town", title: "镇街", render: (row) => townName(row.town) },
          {
            key: "period",
            sort: "startsOn",
            title: "起止",
            render: (row) => <span className="num">{formatPeriod(row.startsOn, row.endsOn)}</span>,
          },
          {
            key: "seats",
            sort: "capacity",
            title: "人数",
            align: "right",
            render: (row) => (
              <span className="num">
                {row.seatsTaken} / {row.capacity}
              </span>
            ),
          },
        ]}
      />
    </StaffPage>
  );
}
