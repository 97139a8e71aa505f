import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Page } from "../../kit/Page.tsx";
import { ReadAloud } from "../../kit/ReadAloud.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { Tabs } from "../../kit/Tabs.tsx";
import { Disclosure } from "../../kit/Disclosure.tsx";
import { CheckAgainButton } from "../../features/claims/CheckAgainButton.tsx";
import { useSession } from "../../api/session.ts";
import { AskAgainCard } from "./claims/AskAgainCard.tsx";
import { EntitlementCard } from "./claims/EntitlementCard.tsx";

const STATUSES = [
  { key: "eligible", title: "可享受", none: "按现在的记录，还没有能直接享受的补贴。" },
  { key: "missing", title: "还缺什么", none: "没有待补充的了。" },
  { key: "ineligible", title: "不符合", none: "没有不符合的。" },
] as const;
type Status = (typeof STATUSES)[number]["key"];

/** Benefits available to the person, decided on their own record. */
export default function EntitlementsPage(): ReactElement {
  const query = useApi(api.policy.myEntitlements, { query: {} });
  const personId = useSession().data?.account?.personId ?? "";
  const policyId = query.data?.policy.id;
  const policy = useApi(
    api.policy.show,
    { params: { id: policyId ?? "" } },
    { enabled: policyId !== undefined, staleTime: Infinity },
  );
  const [chosen, setChosen] = useState<Status | null>(null);
  return (
    <Page
      title="按我的记录，能领什么"
      intro="用平台上关于您的记录逐条核对。记录不全的，写着还缺什么、由谁提供。"
      back={{ to: "/my/claims", title: "我的补贴" }}
      action={
        <>
          <Button variant="secondary" to="/my/record">
            看、改我的信息
          </Button>
          <ReadAloud />
          {personId !== "" && <CheckAgainButton personId={personId} />}
        </>
      }
    >
      <AskAgainCard />
      <QueryView query={query} lines={8}>
        {(data) => {
          const of = (status: Status) => data.benefits.filter((benefit) => benefit.status === status);
          const own = (status: Status) => of(status).filter(({ wayOn }) => wayOn?.own === true);
          const others = (status: Status) => of(status).filter(({ wayOn }) => wayOn?.own !== true);
          const card = (benefit: (typeof data.benefits)[number]) => (
            <EntitlementCard
              key={benefit.benefit}
              policyId={data.policy.id}
              benefit={benefit}
              tests={policy.data?.benefits.find((one) => one.benefit === benefit.benefit)?.tests ?? []}
            />
          );
          const shown = chosen ?? STATUSES.find(({ key }) => own(key).length > 0)?.key ?? "eligible";
          return (
            <Tabs
              label="结果"
              current={shown}
              onChange={(key) => setChosen(key as Status)}
              tabs={STATUSES.map(({ key, title }) => ({ key, title, count: own(key).length }))}
            >
              <div className="grid gap-4">
                {own(shown).map(card)}
                {own(shown).length === 0 && (
                  <p className="py-6 text-ink-2">{STATUSES.find(({ key }) => key === shown)?.none}</p>
                )}
                {others(shown).length > 0 && (
                  <Disclosure summary={<>由单位或学校申请的（{others(shown).length} 项），不用您办</>}>
                    <div className="grid gap-4 pt-2">{others(shown).map(card)}</div>
                  </Disclosure>
                )}
              </div>
            </Tabs>
          );
        }}
      </QueryView>
    </Page>
  );
}
