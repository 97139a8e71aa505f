import type { ReactElement } from "react";
import { useApi } from "../api/hooks.ts";
import { Button } from "../ui/Button.tsx";
import { Card } from "../ui/Card.tsx";
import { FactList } from "../ui/FactList.tsx";
import { dateOf } from "../ui/format.ts";
import { Page } from "../ui/Page.tsx";
import { QueryView } from "../ui/QueryView.tsx";
import { factWords } from "./record/fact-words.ts";
import { townName } from "./towns.ts";

/** What the platform knows about the person, from whom and since when; corrections stay visible. */
export default function RecordPage(): ReactElement {
  const query = useApi("GET /api/v1/me/record", {});
  return (
    <Page
      title="实名档案"
      intro="平台知道的关于您的事都在这里，每一条都写着从哪里来。不对的可以要求更正。"
      back={{ to: "/my/me", title: "我的" }}
    >
      <QueryView query={query} lines={8}>
        {({ person, facts }) => {
          const current = facts.filter((fact) => fact.replacedBy === null);
          return (
            <>
              <Card
                title="基本信息"
                action={
                  <Button variant="quiet" to="/my/contact">
                    改手机号、住址
                  </Button>
                }
              >
                <FactList
                  facts={[
                    { label: "姓名", value: person.name },
                    { label: "身份证号", value: <span className="num">{person.citizenIdMasked}</span> },
                    { label: "出生日期", value: <span className="num">{person.birthDate}</span> },
                    { label: "性别", value: person.sex === "F" ? "女" : "男" },
                    { label: "手机号", value: <span className="num">{person.phoneMasked ?? "没有登记"}</span> },
                    { label: "所在镇（街道）", value: townName(person.town) },
                    { label: "学历（自填）", value: person.education ?? "没有填" },
                    { label: "档案序号", value: <span className="num">{person.number}</span> },
                  ]}
                />
              </Card>
              <Card title="其他部门的记录">
                {current.length === 0 ? (
                  <p className="text-ink-2">还没有其他部门的记录。申请补贴时，主管部门会核验需要的内容。</p>
                ) : (
                  <ul className="divide-y divide-line">
                    {current.map((fact) => (
                      <li key={fact.id} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[9em_1fr]">
                        <p className="font-medium">{fact.kindLabel}</p>
                        <div>
                          {factWords(fact.kind, fact.value).map((line) => (
                            <p key={line} className="num">
                              {line}
                            </p>
                          ))}
                          <p className="num text-sm text-ink-3">
                            来自{fact.source}，{dateOf(fact.recordedAt)} 登记
                            {fact.replaces !== null &&
                              `；是更正后的记录${fact.reason === null ? "" : `：${fact.reason}`}`}
                          </p>
                        </div>
                      </li>
                    ))}
                  </ul>
                )}
                <p className="mt-4 border-t border-line pt-3 text-sm text-ink-2">
                  觉得不对？请带上证明，联系记录来源的部门更正；更正后这里会跟着变，旧记录留痕不删。已经影响到补贴的，可以在那笔申请里提异议。
                </p>
              </Card>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}
