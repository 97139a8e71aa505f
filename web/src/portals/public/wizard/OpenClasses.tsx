import type { ReactElement } from "react";
import { Link } from "react-router";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import type { Estimate } from "./answers.ts";

interface OpenClassesProps {
  classes: NonNullable<Estimate["classes"]>;
  trade: NonNullable<Estimate["trade"]>;
}

/** Classes of the trade and level that take people now; without one, the way to hear of the next. */
export function OpenClasses({ classes, trade }: OpenClassesProps): ReactElement {
  if (classes.count === 0)
    return (
      <Card title={`${trade.name}现在没有正在报名的班`}>
        <p>有人登记，学校就知道该开班。登记了，一有班就告诉您。</p>
        <div className="mt-3">
          <Button variant="secondary" to={`/classes?q=${encodeURIComponent(trade.name)}`}>
            登记，有班时告诉我
          </Button>
        </div>
      </Card>
    );
  return (
    <Card title={`${classes.count} 个班正在报名，还有 ${classes.places} 个名额`}>
      <ul className="divide-y divide-line">
        {classes.next.map((one) => (
          <li key={one.id} className="group relative flex items-baseline justify-between gap-4 py-2.5">
            <span>
              <Link
                to={`/classes/${one.id}`}
                className="font-medium after:absolute after:inset-0 group-hover:text-accent"
              >
                {one.name}
              </Link>
              <span className="block text-sm text-ink-2">
                {one.institution}，{one.town}
              </span>
            </span>
            <span className="num shrink-0 text-right text-sm">
              {one.startsOn.slice(5)} 开课
              <span className="block text-ink-2">还剩 {one.placesLeft} 个</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
