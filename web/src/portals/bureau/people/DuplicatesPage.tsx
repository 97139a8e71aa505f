import { regionName, townChoices } from "@jinengtong/county";
import { api, type Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { useState, type ReactElement } from "react";
import { Link } from "react-router";
import { Empty } from "../../../kit/Empty.tsx";
import { ErrorNotice } from "../../../kit/ErrorNotice.tsx";
import { Filter, WordsFilter } from "../../../lists/Filter.tsx";
import { useFilters } from "../../../lists/use-filters.ts";
import { Pager } from "../../../kit/Pager.tsx";
import { Skeleton } from "../../../kit/Skeleton.tsx";
import { ExportButton } from "../../../lists/ExportButton.tsx";
import { SortChoice } from "../../../lists/SortChoice.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { useList } from "../../../lists/use-list.ts";
import { Button } from "../../../kit/Button.tsx";
import { JoinDialog } from "./JoinDialog.tsx";
import { JoinNotices } from "./JoinNotices.tsx";
import { UnmaskPerson } from "./UnmaskPerson.tsx";

type Person = Output<Api["people"]["possibleDuplicates"]>["rows"][number]["people"][number];
interface Joining {
  person: Person;
  others: readonly Person[];
}

/** Records with the same name and phone under different identity numbers, side by side. */
export default function DuplicatesPage(): ReactElement {
  const [filters, , bind] = useFilters(["q", "town"]);
  const list = useList(api.people.possibleDuplicates, {
    usual: "name",
    filters,
    exportAs: "疑似重复.xlsx",
  });
  const [joining, setJoining] = useState<Joining | null>(null);
  const narrowed = filters.q !== "" || filters.town !== "";
  return (
    <StaffPage
      title="疑似重复"
      intro="同一姓名、同一手机号、身份证号不同的档案：可能有一个号码录错，也可能是家人共用手机。核对后并为一份，或在人员档案里更正号码；由另一位审核人员确认。"
      actions={
        <>
          <SortChoice
            sorting={list.sorting}
            choices={[
              ["name", "按姓名"],
              ["-count", "档案多在前"],
            ]}
          />
          <ExportButton target={list.exportTo} />
        </>
      }
    >
      <JoinNotices />
      <div data-print="hide" className="flex flex-wrap gap-2">
        <WordsFilter label="姓名开头几个字" {...bind("q")} />
        <Filter label="镇街" className="w-44" {...bind("town")} choices={townChoices()} />
      </div>
      {list.error !== null ? (
        <ErrorNotice error={list.error} onRetry={list.onRetry} />
      ) : list.isPending ? (
        <Skeleton lines={6} />
      ) : list.rows.length === 0 ? (
        <Empty title={narrowed ? "没有符合条件的档案" : "没有疑似重复的档案"}>
          {narrowed ? "换一个姓名或镇街再看看。" : "平台按姓名和手机号比对，发现后列在这里。"}
        </Empty>
      ) : (
        <ul className="grid gap-4">
          {list.rows.map((group) => (
            <li
              key={group.people.map((person) => person.id).join()}
              className="rounded-md border border-line bg-sheet p-4"
            >
              <h2 className="text-lg font-semibold">
                {group.name}
                <span className="num ml-3 text-base font-normal text-ink-2">{group.phoneMasked}</span>
              </h2>
              <div className="mt-2 grid gap-4 md:grid-cols-2 xl:grid-cols-3">
                {group.people.map((person) => (
                  <dl key={person.id} className="grid grid-cols-[6em_1fr] gap-y-1 border-l-2 border-line-strong pl-3">
                    <dt className="text-ink-3">档案</dt>
                    <dd>
                      <Link to={`/bureau/people/${person.id}`} className="num text-accent underline underline-offset-3">
                        {person.number}
                      </Link>
                    </dd>
                    <dt className="text-ink-3">身份证号</dt>
                    <dd>
                      <UnmaskPerson personId={person.id} field="citizenId" masked={person.citizenIdMasked} />
                    </dd>
                    <dt className="text-ink-3">出生、性别</dt>
                    <dd className="num">
                      {person.birthDate}　{person.sex === "M" ? "男" : "女"}
                    </dd>
                    <dt className="text-ink-3">镇街</dt>
                    <dd>{regionName(person.town)}</dd>
                    <dt className="sr-only">办理</dt>
                    <dd className="col-span-2 pt-1">
                      <Button
                        variant="secondary"
                        onClick={() =>
                          setJoining({ person, others: group.people.filter((other) => other.id !== person.id) })
                        }
                      >
                        并入另一份
                      </Button>
                    </dd>
                  </dl>
                ))}
              </div>
            </li>
          ))}
          <li className="px-1">
            <Pager
              shown={list.rows.length}
              unit="组"
              hasMore={list.hasMore}
              busy={list.isLoadingMore}
              onMore={list.onMore}
            />
          </li>
        </ul>
      )}
      {joining !== null && <JoinDialog {...joining} onClose={() => setJoining(null)} />}
    </StaffPage>
  );
}
