import { townChoices } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useApiPages } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Checkbox } from "../../kit/Checkbox.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { Field } from "../../kit/Field.tsx";
import { Page } from "../../kit/Page.tsx";
import { Pager } from "../../kit/Pager.tsx";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { Select } from "../../kit/Select.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { ClassCard } from "./classes/ClassCard.tsx";
import { meetsChoices, meetsOf } from "./classes/meets.ts";
import { NoClass } from "./classes/NoClass.tsx";
import { startChoices, startPeriod } from "./classes/start-periods.ts";
import { useProgrammes } from "../../features/programmes/use-programmes.ts";
import { SortChoice } from "../../lists/SortChoice.tsx";
import { useSort } from "../../lists/use-sort.ts";
import { useSearchValues } from "./use-search-values.ts";

/** Class search: by words, town, kind, start, and free seats. The search is in the address. */
export default function ClassSearchPage(): ReactElement {
  const [of, change, clear] = useSearchValues();
  const { inForce } = useProgrammes();
  const searched = inForce.flatMap((one) =>
    one.benefits.flatMap(({ id, classKind }) => (classKind === null ? [] : [[id, classKind] as const])),
  );
  const kinds = [...new Map(searched)].map(([value, label]) => ({ value, label }));
  const onlyOpen = of("all") === "";
  const meets = meetsOf(of("meets"));
  const sorting = useSort(api.openClasses.search, "startsOn");
  const found = useApiPages(
    api.openClasses.search,
    {
      query: {
        ...startPeriod(of("start")),
        ...(of("q") === "" ? {} : { q: of("q") }),
        ...(of("town") === "" ? {} : { town: of("town") }),
        ...(of("town") !== "" && of("near") !== "" ? { near: "true" as const } : {}),
        ...(meets === undefined ? {} : { meets }),
        ...(of("benefit") === "" ? {} : { benefit: of("benefit") }),
        ...(onlyOpen ? { placeLeft: "true" as const } : {}),
        sort: sorting.sort,
        limit: 20,
      },
    },
    (page) => ({ items: page.rows, nextCursor: page.nextCursor }),
  );

  const filtered = ["q", "town", "benefit", "start", "meets"].some((name) => of(name) !== "");
  return (
    <Page title="找一个培训班" intro="都是主管部门批准的班。报名不收押金，符合条件的，学费由补贴承担。" width="wide">
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[17rem_1fr]">
        <div className="grid content-start gap-4 max-lg:rounded-lg max-lg:border max-lg:border-line max-lg:bg-sheet max-lg:p-4">
          <SearchBox label="想学什么，或机构名称" value={of("q")} onSearch={(value) => change("q", value.trim())} />
          <div className="grid grid-cols-2 items-end gap-4 max-sm:gap-3 lg:grid-cols-1">
            <Field label="在哪个镇" required="filter">
              <Select
                value={of("town")}
                onChange={(value) => change("town", value)}
                placeholder="全市"
                choices={townChoices()}
              />
            </Field>
            <Field label="什么时候开课" required="filter">
              <Select
                value={of("start")}
                onChange={(value) => change("start", value)}
                placeholder="不限"
                choices={startChoices}
              />
            </Field>
            <Field label="什么时间上课" required="filter">
              <Select
                value={of("meets")}
                onChange={(value) => change("meets", value)}
                placeholder="不限"
                choices={meetsChoices}
              />
            </Field>
            <Field label="哪一类培训" required="filter">
              <Select
                value={of("benefit")}
                onChange={(value) => change("benefit", value)}
                placeholder="不限"
                choices={kinds}
              />
            </Field>
            <Field label="先看哪些" required="filter" className="max-lg:col-span-2">
              <SortChoice
                className="w-full"
                sorting={sorting}
                choices={[
                  ["startsOn", "先开课的"],
                  ["-startsOn", "后开课的"],
                  ["-placesLeft", "名额多的"],
                  ["organisationName", "按机构名称"],
                ]}
              />
            </Field>
          </div>
          {of("town") !== "" && (
            <Checkbox plain checked={of("near") !== ""} onChange={(on) => change("near", on ? "1" : "")}>
              连邻近的镇一起找
            </Checkbox>
          )}
          <Checkbox plain checked={onlyOpen} onChange={(on) => change("all", on ? "" : "1")}>
            只看还能报名的
          </Checkbox>
        </div>
        <div aria-live="polite">
          {found.error !== null ? (
            <ErrorNotice error={found.error} onRetry={found.onRetry} />
          ) : found.isPending ? (
            <Skeleton lines={8} />
          ) : found.rows.length === 0 ? (
            <>
              <Empty
                title={filtered ? "没有符合的班" : "眼下没有可以报名的班"}
                action={
                  <div className="flex flex-wrap justify-center gap-2">
                    {onlyOpen && (
                      <Button variant="secondary" onClick={() => change("all", "1")}>
                        连报满和已开课的一起看
                      </Button>
                    )}
                    {filtered && (
                      <Button variant="quiet" onClick={clear}>
                        清除条件
                      </Button>
                    )}
                  </div>
                }
              >
                可以换一个镇或工种，新班获批后会出现在这里。
              </Empty>
              <NoClass words={of("q")} town={of("town")} />
            </>
          ) : (
            <>
              <ul className="border-t border-ink">
                {found.rows.map((row) => (
                  <ClassCard key={row.id} found={row} around={of("town")} />
                ))}
              </ul>
              <Pager
                shown={found.rows.length}
                unit="个班"
                hasMore={found.hasMore}
                onMore={found.onMore}
                busy={found.isLoadingMore}
              />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
