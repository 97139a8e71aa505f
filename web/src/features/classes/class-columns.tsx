import { stateKind } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { formatPeriod } from "../../kit/format.ts";
import { StatusMark } from "../../kit/StatusMark.tsx";
import type { DataColumn } from "../../lists/column.ts";
import type { SortName } from "../../lists/use-sort.ts";
import { ProgrammeLine } from "../programmes/ProgrammeLine.tsx";
import { projectLabel } from "../occupations/levels.ts";

/** A class in a list. */
export type ClassLine = Output<Api["classes"]["list"]>["rows"][number];
export type ClassColumn = DataColumn<ClassLine, SortName<Api["classes"]["list"]>>;

/** Columns of class lists; a portal selects from them and may rename them. */
export const classColumns = {
  number: { key: "number", sort: "number", title: "编号", render: (row) => <span className="num">{row.number}</span> },
  name: {
    key: "name",
    sort: "name",
    title: "培训班",
    render: (row) => (
      <>
        <span className="font-medium">{row.name}</span>
        <ProgrammeLine policyId={row.policyId} />
      </>
    ),
  },
  organisation: {
    key: "organisation",
    sort: "organisationName",
    title: "培训机构",
    render: (row) => row.organisationName,
  },
  occupation: {
    key: "occupation",
    sort: "occupationName",
    title: "职业与等级",
    render: (row) => projectLabel(row.occupationName, row.level),
  },
  town: { key: "town", title: "镇街", render: (row) => regionName(row.town) },
  period: {
    key: "period",
    sort: "startsOn",
    title: "起止",
    render: (row) => <span className="num">{formatPeriod(row.startsOn, row.endsOn)}</span>,
  },
  seats: {
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
  state: {
    key: "state",
    title: "状态",
    render: (row) => <StatusMark kind={stateKind("training-class", row.state)}>{row.stateLabel}</StatusMark>,
  },
} as const satisfies Record<string, ClassColumn>;
