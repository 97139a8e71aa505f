import { useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { COLOUR_KINDS } from "../../features/postings/posting.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Dialog } from "../../kit/Dialog.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { formatInstant } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QrCode } from "../../kit/QrCode.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";

/** 上岗证件: one's licences with the code to show at a gate, one's posts, and who checked. */
export default function PostingsPage(): ReactElement {
  const query = useApi(api.postings.mine, {});
  const [shown, setShown] = useState<string | null>(null);
  return (
    <Page
      title="上岗证件"
      intro="电工、焊工、高处作业、叉车这些岗位要持证。证件由单位登记、人社部门核验。"
      back={{ to: "/my/me", title: "我的" }}
    >
      <QueryView
        query={query}
        lines={5}
        isEmpty={(data) => data.licences.length === 0 && data.postings.length === 0}
        empty={<Empty title="没有登记上岗证件">单位在“持证上岗”里登记您的岗位和证件后，这里看得到。</Empty>}
      >
        {(data) => {
          const licence = data.licences.find((one) => one.id === shown);
          return (
            <div className="grid gap-6">
              <ul className="grid gap-4">
                {data.licences.map((one) => (
                  <li key={one.id}>
                    <Card title={one.itemName}>
                      <p className="num text-ink-2">
                        {one.validTo === null ? "长期有效" : `证件上印的有效期至 ${one.validTo}`}
                        {one.reviewDueOn !== null &&
                          one.reviewDueOn < (one.validTo ?? "9999-12-31") &&
                          `；${one.reviewDueOn} 前须复审`}
                      </p>
                      {one.checks[0] !== undefined && (
                        <p className="num mt-1 text-sm text-ink-3">最近一次核验 {formatInstant(one.checks[0].at)}</p>
                      )}
                      <div className="mt-3">
                        {one.code === null ? (
                          <StatusMark kind="refused">已过期，不能作业</StatusMark>
                        ) : (
                          <Button icon="scan" onClick={() => setShown(one.id)}>
                            出示给门岗扫
                          </Button>
                        )}
                      </div>
                    </Card>
                  </li>
                ))}
              </ul>
              {data.postings.length > 0 && (
                <section>
                  <h2 className="mb-2 text-lg font-semibold">我的岗位</h2>
                  <ul className="grid gap-3">
                    {data.postings.map((row) => (
                      <li key={row.id}>
                        <Card
                          title={`${row.organisationName} ${row.postName}`}
                          action={<StatusMark kind={COLOUR_KINDS[row.colour]}>{row.colourLabel}</StatusMark>}
                        >
                          <p className="text-ink-2">
                            {row.toOn === null ? row.due : `${row.toOn} 已离岗。`}
                            {row.unqualifiedDays > 0 && `无证上岗 ${row.unqualifiedDays} 天。`}
                          </p>
                          <p className="num mt-1 text-sm text-ink-3">
                            {row.workplace} · {row.fromOn} 上岗
                          </p>
                        </Card>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
              {licence?.code != null && (
                <Dialog
                  open
                  onClose={() => setShown(null)}
                  title={licence.itemName}
                  footer={<Button onClick={() => setShown(null)}>收起</Button>}
                >
                  <div className="grid justify-items-center gap-3 text-center">
                    <QrCode text={licence.code} size={300} />
                    <p className="text-ink-2">
                      门岗用“门岗核验”扫，没有网络也能验。这个码 {data.codeDays} 天内有效，打开本页就是新的。
                    </p>
                  </div>
                </Dialog>
              )}
            </div>
          );
        }}
      </QueryView>
    </Page>
  );
}
