import { regionName } from "@jinengtong/county";
import type { Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../../api/client.ts";
import { formatPeriod } from "../../../kit/format.ts";
import { Icon } from "../../../kit/Icon.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { withLevel } from "../../../features/occupations/levels.ts";
import { Seats } from "./Seats.tsx";

type OpenClass = Output<Api["openClasses"]["search"]>["rows"][number];

/** One class in the list of the search: what, where, when, and how many seats are left. */
export function ClassCard({ found }: { found: OpenClass }): ReactElement {
  return (
    <li className="group relative grid gap-x-8 gap-y-3 border-b border-line py-5 sm:grid-cols-[1fr_13em]">
      <div className="grid content-start gap-1">
        <h2 className="text-lg leading-snug font-semibold">
          <Link to={`/classes/${found.id}`} className="after:absolute after:inset-0 group-hover:text-accent">
            {found.name}
          </Link>
        </h2>
        <p>{withLevel(found.occupationName, found.level)}</p>
        <p className="flex items-baseline gap-1.5 text-sm text-ink-2">
          <Icon name="building" size="1em" className="self-center text-ink-3" />
          {found.organisationName} · {regionName(found.town)}
        </p>
        <p className="num flex items-baseline gap-1.5 text-sm text-ink-2">
          <Icon name="class" size="1em" className="self-center text-ink-3" />
          {formatPeriod(found.startsOn, found.endsOn)} · {found.requiredHours} 课时
        </p>
      </div>
      <div className="grid content-start gap-1.5">
        {found.mayEnrol ? (
          <StatusMark kind="doing">可以报名</StatusMark>
        ) : (
          <StatusMark kind={found.placesLeft === 0 ? "ended" : "waiting"}>
            {found.placesLeft === 0 ? "名额已满" : found.openEnrolment ? found.stateLabel : "机构组织报名"}
          </StatusMark>
        )}
        <Seats capacity={found.capacity} left={found.placesLeft} />
      </div>
    </li>
  );
}
