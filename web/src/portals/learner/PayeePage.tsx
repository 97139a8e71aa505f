import { api } from "../../api/api.ts";
import { useState, type ReactElement } from "react";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { dateOf } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { PayeeForm } from "../../features/person/PayeeForm.tsx";

/** The card subsidies are paid to, and those before it. */
export default function PayeePage(): ReactElement {
  const query = useApi(api.me.payeeAccount, {});
  const [changing, setChanging] = useState(false);
  return (
    <Page
      title="收款银行卡"
      intro="补贴付到您本人名下的卡。卡号加密保存，只显示首尾几位。"
      back={{ to: "/my/me", title: "我的" }}
    >
      <QueryView query={query} lines={4}>
        {({ current, before }) => (
          <>
            {current !== null && (
              <Card title={current.bankName}>
                <p className="num text-2xl font-semibold tracking-wide">{current.numberMasked}</p>
                <p className="num mt-1 text-sm text-ink-2">
                  {current.holderName}，{dateOf(current.since)} 起使用
                </p>
                {!changing && (
                  <div className="mt-4">
                    <Button variant="secondary" onClick={() => setChanging(true)}>
                      换一张卡
                    </Button>
                  </div>
                )}
              </Card>
            )}
            {(current === null || changing) && (
              <PayeeForm
                onDone={() => setChanging(false)}
                {...(current === null ? {} : { onCancel: () => setChanging(false) })}
              />
            )}
            {before.length > 0 && (
              <section>
                <h2 className="mb-2 text-sm text-ink-3">以前用过的</h2>
                <ul className="divide-y divide-line border-y border-line">
                  {before.map((one) => (
                    <li key={one.id} className="num flex flex-wrap justify-between gap-x-4 py-2 text-sm">
                      <span>
                        {one.bankName} {one.numberMasked}
                      </span>
                      <span className="text-ink-2">
                        {dateOf(one.since)} 至 {one.until === null ? "" : dateOf(one.until)}
                      </span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
