import { defaultProgramme } from "@jinengtong/county";
import { api } from "../../api/api.ts";
import { useEffect, useState, type ReactElement } from "react";
import { useLocation } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { Disclosure } from "../../kit/Disclosure.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { SearchBox } from "../../kit/SearchBox.tsx";
import { Clause } from "./policy/Clause.tsx";
import { ParameterList } from "./policy/ParameterList.tsx";
import type { Policy } from "./policy/policy.ts";

/** The programme in plain words, clause by clause; each clause has its own address. */
export default function PolicyPage(): ReactElement {
  const query = useApi(api.policy.show, { params: { id: defaultProgramme() } }, { staleTime: 300_000 });
  return (
    <Page title="政策说明" intro="逐条用大白话讲清楚。每一条都有编号，别处提到“条款 四.4”，点开就到这里。" width="wide">
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
          依据：{policy.issuedBy}《{policy.title}》（{policy.documentNumber}），适用{" "}
          {policy.effective.to === null
            ? `自 ${policy.effective.from} 起`
            : `${policy.effective.from} 至 ${policy.effective.to}`}
          。这里是我们自己的概述，以原文为准。
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
