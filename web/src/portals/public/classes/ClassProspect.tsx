import type { ReactElement } from "react";
import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";

type Outcomes = NonNullable<Output<Api["classProspects"]["show"]>["outcomes"]>;

/** How the school's earlier classes of the trade ended, in counts of people. */
export function Outcomes({ outcomes, school }: { outcomes: Outcomes; school: string }): ReactElement {
  return (
    <section>
      <h2 className="mb-3 text-xl font-semibold">往期学员怎么样了</h2>
      <dl className="grid grid-cols-3 gap-x-4 border-y border-line py-4">
        <Figure label="学到最后" value={outcomes.people} />
        <Figure label="通过结业" value={outcomes.passed} />
        {outcomes.known > 0 && <Figure label="其中已就业" value={outcomes.employed} />}
      </dl>
      <p className="mt-2 text-sm text-ink-2">
        {`${school}往期同职业的 ${outcomes.classes} 个班。`}
        {outcomes.known > 0
          ? `就业按结业后有登记的 ${outcomes.known} 人算，没有登记的不算在内。`
          : "结业以后有就业登记的还太少，不公布。"}
      </p>
    </section>
  );
}

function Figure({ label, value }: { label: string; value: number }): ReactElement {
  return (
    <div>
      <dt className="text-sm text-ink-3">{label}</dt>
      <dd>
        <span className="num text-3xl font-semibold">{value}</span> 人
      </dd>
    </div>
  );
}
