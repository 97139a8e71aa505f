import { stateKind, stateWord } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { useApi, useApiPages } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { cx } from "../../../kit/cx.ts";
import { Empty } from "../../../kit/Empty.tsx";
import { FactList } from "../../../kit/FactList.tsx";
import { formatPeriod } from "../../../kit/format.ts";
import { projectLabel } from "../../../features/occupations/levels.ts";
import { pageOf } from "../../../lists/pages.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { RecordList } from "../../../kit/RecordList.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { AdmissionCase } from "../admissions/AdmissionCase.tsx";
import { OrganisationStanding } from "./Standing.tsx";

/** One organisation: its admissions with sanctions, and its classes. */
export default function OrganisationPage(): ReactElement {
  const { id = "" } = useParams();
  const organisation = useApi(api.organisations.show, { params: { id } });
  return (
    <QueryView query={organisation} lines={10}>
      {(data) => (
        <StaffPage
          title={data.name}
          intro={
            <span className="flex flex-wrap items-center gap-x-4">
              {data.kindLabel}
              <StatusMark kind={stateWord("organisation", data.state).kind}>
                {stateWord("organisation", data.state).label}
              </StatusMark>
              <Link to="/bureau/organisations" className="text-accent underline underline-offset-3">
                全部单位
              </Link>
            </span>
          }
          actions={
            <Button variant="secondary" to={`/institutions/${id}`}>
              看公众页面
            </Button>
          }
        >
          <section className="rounded-md border border-line bg-sheet p-4">
            <FactList
              columns={3}
              facts={[
                { label: "统一社会信用代码", value: <span className="num font-mono">{data.uscc}</span> },
                { label: "性质", value: data.ownership === "public" ? "公办" : "民办" },
                { label: "地址", value: `${regionName(data.town)} ${data.address ?? ""}` },
              ]}
            />
          </section>
          <OrganisationStanding organisation={data} />
          <Admissions organisationId={id} />
          <Classes organisationId={id} />
        </StaffPage>
      )}
    </QueryView>
  );
}

function Admissions({ organisationId }: { organisationId: string }): ReactElement {
  const [search, setSearch] = useSearchParams();
  const session = useSession();
  const list = useApi(api.admissions.list, { query: { organisationId, limit: 200, sort: "-submittedAt" } });
  return (
    <section aria-labelledby="admissions" className="rounded-md border border-line bg-sheet p-4">
      <h2 id="admissions" className="mb-3 text-lg font-semibold">
        准入
      </h2>
      <QueryView
        query={list}
        isEmpty={(data) => data.rows.length === 0}
        empty={<Empty title="没有准入">这家单位还没有提出准入申请，不能开办补贴班。</Empty>}
      >
        {(data) => {
          const current = data.rows.find((row) => row.id === search.get("admission")) ?? data.rows[0];
          return (
            <div className="grid grid-cols-1 gap-6 lg:grid-cols-[20rem_1fr]">
              <ul className="divide-y divide-line self-start border-y border-line">
                {data.rows.map((row) => (
                  <li key={row.id}>
                    <button
                      type="button"
                      aria-current={row.id === current?.id}
                      onClick={() => setSearch({ admission: row.id }, { replace: true, preventScrollReset: true })}
                      className={cx(
                        "flex w-full items-baseline justify-between gap-3 border-l-3 px-3 py-2 text-left",
                        row.id === current?.id
                          ? "border-l-accent bg-accent-soft"
                          : "border-l-transparent hover:bg-paper",
                      )}
                    >
                      <span>
                        {projectLabel(row.occupationName, row.level)}
                        <span className="num block text-sm text-ink-2">
                          {row.activity === "training" ? "培训" : "评价"}
                          {row.validTo !== null && `，至 ${row.validTo}`}
                        </span>
                      </span>
                      <StatusMark kind={stateKind("admission", row.state, "office")}>{row.stateLabel}</StatusMark>
                    </button>
                  </li>
                ))}
              </ul>
              {current !== undefined && session.data?.account?.role === "reviewer" && (
                <AdmissionCase key={current.id} id={current.id} onDone={() => undefined} />
              )}
            </div>
          );
        }}
      </QueryView>
    </section>
  );
}

function Classes({ organisationId }: { organisationId: string }): ReactElement {
  const classes = useApiPages(api.classes.list, { query: { organisationId, limit: 20 } }, pageOf);
  return (
    <section aria-labelledby="classes" className="rounded-md border border-line bg-sheet p-4">
      <h2 id="classes" className="mb-3 text-lg font-semibold">
        培训班
      </h2>
      {classes.rows.length === 0 ? (
        <p className="text-ink-2">{classes.isPending ? "正在读取…" : "还没有开过班。"}</p>
      ) : (
        <>
          <RecordList
            caption="培训班"
            rows={classes.rows}
            rowKey={(row) => row.id}
            href={(row) => `/bureau/classes/${row.id}`}
            columns={[
              { key: "name", title: "培训班", onPhone: "title", render: (row) => row.name },
              { key: "number", title: "编号", render: (row) => <span className="num">{row.number}</span> },
              {
                key: "state",
                title: "状态",
                onPhone: "aside",
                render: (row) => (
                  <StatusMark kind={stateKind("training-class", row.state)}>{row.stateLabel}</StatusMark>
                ),
              },
              {
                key: "period",
                title: "起止",
                render: (row) => <span className="num">{formatPeriod(row.startsOn, row.endsOn)}</span>,
              },
              {
                key: "seats",
                title: "人数",
                align: "right",
                render: (row) => <span className="num">{`${row.seatsTaken} / ${row.capacity}`}</span>,
              },
            ]}
          />
          {classes.hasMore && (
            <div className="mt-3">
              <Button variant="secondary" busy={classes.isLoadingMore} onClick={classes.onMore}>
                再看一些
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
