import { stateKind, stateWord } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import type { ReactElement } from "react";
import { useParams, useSearchParams } from "react-router";
import { useApi, useApiPages } from "../../api/hooks.ts";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RecordList } from "../../kit/RecordList.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { PhoneLink } from "../../kit/PhoneLink.tsx";
import { FeedbackSummary } from "./classes/FeedbackSummary.tsx";
import { ClassCard } from "./classes/ClassCard.tsx";
import { withLevel } from "../../features/occupations/levels.ts";

/** One institution: who it is, what it is admitted for, and its classes that take learners. */
export default function InstitutionPage(): ReactElement {
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const list = search.get("list") === "evaluators" ? ("evaluators" as const) : ("institutions" as const);
  const query = useApi(api.organisations.show, { params: { id } });
  const admitted = useApi(api.catalogue.read, { params: { list }, query: {} }, { staleTime: 60_000 });
  const row = admitted.data?.rows.find((one) => one.key === id)?.data;
  const programmes = row !== undefined && "programmes" in row ? row.programmes : [];
  const name = query.data?.name;
  const classes = useApiPages(api.openClasses.search, { query: { organisation: id, limit: 20 } }, (page) => ({
    items: page.rows,
    nextCursor: page.nextCursor,
  }));
  const words = useApi(api.classFeedback.ofSchool, { params: { id } });
  const phone = classes.rows.find((one) => one.phone !== null)?.phone ?? undefined;
  return (
    <Page
      title={name ?? "机构"}
      intro={query.data?.kindLabel}
      back={{ to: `/lists?list=${list}`, title: "目录" }}
      width="wide"
    >
      <QueryView query={query} lines={5}>
        {(found) => (
          <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[20rem_1fr]">
            <Card title="机构信息" className="self-start">
              <FactList
                columns={1}
                facts={[
                  {
                    label: "状态",
                    value: (
                      <StatusMark kind={stateKind("organisation", found.state)}>
                        {stateWord("organisation", found.state).label}
                      </StatusMark>
                    ),
                  },
                  { label: "性质", value: found.ownership === "public" ? "公办" : "民办" },
                  { label: "地址", value: `${regionName(found.town)} ${found.address ?? ""}` },
                  ...(phone === undefined ? [] : [{ label: "报名电话", value: <PhoneLink phone={phone} /> }]),
                  { label: "统一社会信用代码", value: <span className="num">{found.uscc}</span> },
                ]}
              />
            </Card>
            <div className="grid content-start gap-8">
              <section>
                <h2 className="mb-3 text-xl font-semibold">
                  {list === "evaluators" ? "获准考核的工种" : "获准开班的工种"}
                </h2>
                {programmes.length === 0 ? (
                  <p className="text-ink-2">现行目录里没有这家机构的获准工种。</p>
                ) : (
                  <RecordList
                    caption="获准的工种"
                    rows={programmes}
                    rowKey={(one) => `${one.occupation}:${one.level}`}
                    columns={[
                      {
                        key: "name",
                        title: "工种",
                        onPhone: "title",
                        render: (one) => withLevel(one.occupationName, one.level),
                      },
                      {
                        key: "to",
                        title: "有效期至",
                        align: "right",
                        render: (one) => <span className="num">{one.validTo ?? "长期"}</span>,
                      },
                    ]}
                  />
                )}
              </section>
              {list === "institutions" && (
                <section>
                  <h2 className="mb-3 text-xl font-semibold">近期的班</h2>
                  {classes.rows.length > 0 ? (
                    <ul className="border-t border-ink">
                      {classes.rows.map((one) => (
                        <ClassCard key={one.id} found={one} />
                      ))}
                    </ul>
                  ) : (
                    <Empty title="近期没有班">新班获批后会出现在这里。</Empty>
                  )}
                </section>
              )}
              {words.data !== undefined && words.data.finished > 0 && <FeedbackSummary shown={words.data} school />}
            </div>
          </div>
        )}
      </QueryView>
    </Page>
  );
}
