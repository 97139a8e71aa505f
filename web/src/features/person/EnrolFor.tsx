import { useState, type ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi, useApiPages, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { ConfirmSheet } from "../../kit/ConfirmSheet.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { withLevel } from "../occupations/levels.ts";

type Found = Output<Api["openClasses"]["search"]>["rows"][number];

/** Classes of the person one acts for, and a search for another one to join in their name. */
export function EnrolFor({ name }: { name: string }): ReactElement {
  const own = useApi(api.myClasses.list, {});
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<Found | null>(null);
  const found = useApiPages(
    api.openClasses.search,
    { query: { placeLeft: "true", limit: 10, ...(words === "" ? {} : { q: words }) } },
    (page) => ({ items: page.rows, nextCursor: page.nextCursor }),
  );
  const joined = new Set(own.data?.rows.map(({ classId }) => classId));
  return (
    <Card title="报名">
      {own.data !== undefined && own.data.rows.length > 0 && (
        <ul className="mb-4 divide-y divide-line border-b border-line">
          {own.data.rows.map((seat) => (
            <li key={seat.enrolmentId} className="flex flex-wrap justify-between gap-x-4 py-2">
              <span>{seat.name}</span>
              <span className="text-ink-2">
                <span className="num">{formatPeriod(seat.startsOn, seat.endsOn)}</span> {seat.stateLabel}
              </span>
            </li>
          ))}
        </ul>
      )}
      <SearchBox value={words} onSearch={setWords} label="找班：工种、机构" />
      <ul className="mt-2 divide-y divide-line">
        {found.rows.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span>
              <span className="font-medium">{one.name}</span>
              <span className="block text-sm text-ink-2">
                {withLevel(one.occupationName, one.level)}，{one.organisationName}，
                <span className="num">{formatPeriod(one.startsOn, one.endsOn)}</span>
              </span>
            </span>
            {joined.has(one.id) ? (
              <span className="text-ink-2">已报名</span>
            ) : one.mayEnrol ? (
              <Button variant="secondary" onClick={() => setChosen(one)}>
                报这个班
              </Button>
            ) : (
              <span className="text-ink-2">由机构组织报名</span>
            )}
          </li>
        ))}
      </ul>
      {found.rows.length === 0 && !found.isPending && <p className="py-2 text-ink-2">没有符合的班，换个词再找。</p>}
      {chosen !== null && <Confirm found={chosen} name={name} onClose={() => setChosen(null)} />}
    </Card>
  );
}

function Confirm({ found, name, onClose }: { found: Found; name: string; onClose: () => void }): ReactElement {
  const tell = useToast();
  const enrol = useChange(api.enrolments.enrol, {
    refresh: [api.myClasses.list, api.openClasses.search],
    onSuccess: () => {
      tell(`已为${name}报名，等机构确认`);
      onClose();
    },
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title={`为${name}报名：${found.name}`}
      consequences={[`占 1 个名额，${found.organisationName}确认后正式入班。`, "报名记在本人名下，经办人是您。"]}
      action="确认报名"
      busy={enrol.isPending}
      error={enrol.error}
      onConfirm={() => enrol.mutate({ params: { id: found.id }, body: { groupCode: null } })}
    />
  );
}
