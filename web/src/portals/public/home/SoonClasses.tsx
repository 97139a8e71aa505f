import type { Api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link } from "react-router";
import type { Output } from "../../../api/client.ts";

interface SoonClassesProps {
  classes: Output<Api["homes"]["public"]>["classes"];
  count: number;
  places: number;
}

/** Classes that begin soon and have free seats, as a departure board. */
export function SoonClasses({ classes, count, places }: SoonClassesProps): ReactElement {
  return (
    <section aria-labelledby="soon" className="py-10 sm:py-14">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id="soon" className="text-xl font-semibold">
          最近开课
        </h2>
        <p className="num text-ink-2">
          {count} 个班正在报名，还有 {places} 个名额
        </p>
      </div>
      <ul className="border-t border-ink">
        {classes.slice(0, 4).map((one) => (
          <li key={one.id} className="group relative border-b border-line">
            <div className="grid grid-cols-[3.6em_1fr_auto] items-center gap-x-4 py-3.5 sm:grid-cols-[5em_1.2fr_1fr_auto]">
              <p className="num leading-tight">
                <span className="block text-xl font-semibold">{one.startsOn.slice(8)}</span>
                <span className="text-sm text-ink-2">{Number(one.startsOn.slice(5, 7))} 月</span>
              </p>
              <p>
                <Link
                  to={`/classes/${one.id}`}
                  className="font-semibold after:absolute after:inset-0 group-hover:text-accent"
                >
                  {one.name}
                </Link>
                <span className="block text-sm text-ink-2">
                  {one.levelLabel}
                  <span className="sm:hidden">，{one.town}</span>
                </span>
              </p>
              <p className="hidden text-ink-2 sm:block">
                {one.institution}，{one.town}
              </p>
              <p className="num text-right text-sm">
                还剩 <strong className="text-base">{one.placesLeft}</strong> 个
              </p>
            </div>
          </li>
        ))}
      </ul>
      <Link
        to="/classes"
        className="mt-3 inline-flex min-h-(--touch) items-center text-accent underline-offset-4 hover:underline"
      >
        看全部 {count} 个班
      </Link>
    </section>
  );
}
