import { api } from "../../api/api.ts";
import { useEffect, useState, type ReactElement } from "react";
import { useLocation } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { ProgrammeChoice } from "../../features/programmes/ProgrammeChoice.tsx";
import { periodWords, useProgrammes } from "../../features/programmes/use-programmes.ts";
import { Disclosure } from "../../kit/Disclosure.tsx";
import { Field } from "../../kit/Field.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { Select } from "../../kit/Select.tsx";
import { Clause } from "./policy/Clause.tsx";
import { ParameterList } from "./policy/ParameterList.tsx";
import type { Policy } from "./policy/policy.ts";
import { useSearchValues } from "./use-search-values.ts";

/** The programme in plain words, clause by clause; each clause has its own address. */
export default function PolicyPage(): ReactElement {
  const [read, write] = useSearchValues();
  const { programmes, usual, none, query: listed } = useProgrammes();
  const asked = read("programme");
  const id = asked === "" ? usual : asked;
  const query = useApi(api.policy.show, { params: { id } }, { staleTime: 300_000, enabled: !listed.isPending });
  const programme = programmes.find((one) => one.id === id.split("@")[0]);
  const version = programme?.versions.find((one) => one.version === query.data?.version);
  return (
    <Page title="政策说明" intro="逐条用大白话讲清楚。每一条都有编号，别处提到“条款 四.4”，点开就到这里。" width="wide">
      {none !== null && asked === "" && (
        <Notice tone="turn" title="今天没有施行中的政策">
          {none}
        </Notice>
      )}
      <ProgrammeChoice
        programmes={programmes}
        value={programme?.id ?? ""}
        onChange={(next) => write("programme", next === usual ? "" : next)}
      />
      {programme !== undefined && programme.inForce === null && (
        <Notice tone="turn" title="这项政策现在不施行">
          {`施行期间为${periodWords(programme.period)}。这里照旧写着当时的规定，供查阅；当时的申请仍按它办理。`}
        </Notice>
      )}
      {programme !== undefined && programme.versions.length > 1 && (
        <div className="max-w-xs">
          <Field label="版本" required="filter">
            <Select
              value={version?.version ?? ""}
              onChange={(next) =>
                write(
                  "programme",
                  next === programme.shown ? (programme.id === usual ? "" : programme.id) : `${programme.id}@${next}`,
                )
              }
              choices={programme.versions.map((one) => ({
                value: one.version,
                label: `第 ${one.version} 版，${periodWords(one.effective)}`,
              }))}
            />
          </Field>
        </div>
      )}
      <QueryView query={query} lines={10}>
        {(policy) => <PolicyText policy={policy} />}
      </QueryView>
    </Page>
  );
}

function PolicyText({ policy }: { policy: Policy }): ReactElement {
  const { hash } = useLocation();
  const [words, setWords] = useState("");
  const target = decodeURIComponent(hash.slice(1));
  useEffect(() => {
    if (target === "") return;
    const element = document.getElementById(target);
    element?.scrollIntoView({ block: "start" });
    element?.focus({ preventScroll: true });
  }, [target]);

  const benefitsOf = (clause: Policy["clauses"][number]) =>
    policy.benefits.filter((benefit) => clause.benefits.includes(benefit.benefit) && benefit.clause === clause.id);
  const readingsOf = (id: string) => policy.interpretations.filter((one) => one.clause === id);
  const shown = policy.clauses.filter(
    (clause) =>
      words === "" ||
      [
        clause.id,
        clause.title,
        clause.summary,
        ...clause.concerns,
        ...benefitsOf(clause).flatMap((benefit) => [benefit.title, ...benefit.tests.map((test) => test.text)]),
      ].some((text) => text.includes(words)),
  );

  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[16rem_1fr]">
      <div className="grid content-start gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:grid-rows-[auto_1fr] lg:self-start">
        <SearchBox label="在政策里找" value={words} onSearch={(value) => setWords(value.trim())} />
        <Disclosure className="lg:hidden" summary="条款目录">
          <ClauseIndex clauses={shown} current={target} />
        </Disclosure>
        <nav aria-label="条款目录" className="hidden min-h-0 overflow-y-auto lg:block">
          <ClauseIndex clauses={shown} current={target} />
        </nav>
      </div>
      <div className="grid content-start gap-10">
        <p className="max-w-(--measure) text-sm text-ink-2">
          依据：{policy.issuedBy}《{policy.title}》（{policy.documentNumber}）第 {policy.version} 版，适用期间：
          {periodWords(policy.effective)}。这里是我们自己的概述，以原文为准。
        </p>
        {shown.map((clause) => (
          <Clause
            key={clause.id}
            clause={clause}
            benefits={benefitsOf(clause)}
            interpretations={readingsOf(clause.id)}
            marked={clause.id === target}
          />
        ))}
        {shown.length === 0 && <p className="py-6 text-ink-2">没有提到“{words}”的条款，换个说法再找找。</p>}
        {words === "" && <ParameterList parameters={policy.parameters} interpretations={policy.interpretations} />}
      </div>
    </div>
  );
}

function ClauseIndex({ clauses, current }: { clauses: Policy["clauses"]; current: string }): ReactElement {
  return (
    <ol className="border-l border-line">
      {clauses.map((clause) => (
        <li key={clause.id}>
          <a
            href={`#${encodeURIComponent(clause.id)}`}
            className={
              clause.id === current
                ? "-ml-px grid grid-cols-[4.6em_1fr] items-center border-l-2 max-lg:min-h-(--touch) border-accent py-1.5 pl-3 text-sm font-medium text-accent"
                : "-ml-px grid grid-cols-[4.6em_1fr] items-center border-l-2 max-lg:min-h-(--touch) border-transparent py-1.5 pl-3 text-sm hover:border-line-strong hover:text-accent"
            }
          >
            <span className="num text-ink-2">{clause.id}</span>
            <span>{clause.title}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
