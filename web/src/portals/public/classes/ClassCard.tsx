import { nearTowns, regionName } from "@jinengtong/county";
import type { Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../../api/client.ts";
import { formatPeriod } from "../../../kit/format.ts";
import { Icon } from "../../../kit/Icon.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { Money } from "../../../kit/Money.tsx";
import { TradeDrawing } from "../../../kit/TradeDrawing.tsx";
import { MEETS } from "./meets.ts";
import { withLevel } from "../../../features/occupations/levels.ts";
import { Seats } from "./Seats.tsx";

type OpenClass = Output<Api["openClasses"]["search"]>["rows"][number];

/** The way from a town to a class, in words. */
const distanceWords = (from: string, to: string): string =>
  from === to ? "（本镇）" : nearTowns(from).includes(to) ? "（邻镇）" : "";

/** One class in the list of the search: what, where, when, and how many seats are left. */
export function ClassCard({
  found,
  around = "",
}: {
  found: OpenClass;
  /** The town of whoever looks. */ around?: string;
}): ReactElement {
  return (
    <li className="group relative grid gap-x-8 gap-y-3 border-b border-line py-5 sm:grid-cols-[1fr_13em]">
      <div className="grid grid-cols-[auto_1fr] content-start gap-x-4">
        <TradeDrawing occupation={found.occupation} size={56} className="max-sm:size-10" />
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
            {around !== "" && distanceWords(around, found.town)}
          </p>
          <p className="num flex items-baseline gap-1.5 text-sm text-ink-2">
            <Icon name="class" size="1em" className="self-center text-ink-3" />
            {formatPeriod(found.startsOn, found.endsOn)} · {found.requiredHours} 课时
            {found.meets !== null && ` · ${MEETS[found.meets]}`}
          </p>
        </div>
      </div>
      <div className="grid content-start gap-1.5">
        {found.subsidyFen !== null && (
          <p className="flex flex-wrap items-baseline gap-x-2">
            <span className="text-sm text-ink-2">可补</span>
            <Money fen={found.subsidyFen} size="large" className="text-accent" />
            {found.priceFen !== null && (
              <span className="num text-sm text-ink-2">
                自付 <Money fen={Math.max(0, found.priceFen - found.subsidyFen)} />
              </span>
            )}
            {found.shortage && <span className="text-sm text-turn">紧缺</span>}
          </p>
        )}
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
