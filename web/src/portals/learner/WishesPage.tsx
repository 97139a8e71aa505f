import { regionName } from "@jinengtong/county";
import type { ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { withLevel } from "../../features/occupations/levels.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { dateOf } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";

/** 我在等的班: waiting lists that one is on, and the classes one was told of. */
export default function WishesPage(): ReactElement {
  const query = useApi(api.classWishes.mine, {});
  const tell = useToast();
  const end = useChange(api.classWishes.end, { refresh: [api.classWishes.mine], onSuccess: () => tell("不再等了") });
  return (
    <Page title="我在等的班" intro="有这样的班开始报名时，通知您一次。" back={{ to: "/my/me", title: "我的" }}>
      {end.error !== null && <ErrorNotice error={end.error} />}
      <QueryView
        query={query}
        lines={4}
        isEmpty={(data) => data.rows.length === 0}
        empty={
          <Empty title="没有在等的班" action={<Button to="/classes">去找培训班</Button>}>
            找不到想学的班时，点“有班时告诉我”。
          </Empty>
        }
      >
        {(data) => (
          <ul className="grid gap-4">
            {data.rows.map((wish) => (
              <li key={wish.id}>
                <Card
                  title={withLevel(wish.occupationName, wish.level)}
                  action={
                    wish.waiting ? (
                      <StatusMark kind="waiting">在等</StatusMark>
                    ) : (
                      <StatusMark kind={wish.toldClassId === null ? "ended" : "done"}>
                        {wish.toldClassId === null ? "不等了" : "通知过了"}
                      </StatusMark>
                    )
                  }
                >
                  <p className="num text-ink-2">
                    {wish.towns.length === 0 ? "全市都行" : wish.towns.map(regionName).join("、")} ·{" "}
                    {dateOf(wish.madeAt)} 登记
                  </p>
                  <div className="mt-3">
                    {wish.waiting ? (
                      <Button
                        variant="secondary"
                        busy={end.isPending}
                        onClick={() => end.mutate({ params: { id: wish.id } })}
                      >
                        不等了
                      </Button>
                    ) : (
                      wish.toldClassId !== null && (
                        <Button variant="secondary" to={`/classes/${wish.toldClassId}`}>
                          看这个班
                        </Button>
                      )
                    )}
                  </div>
                </Card>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </Page>
  );
}
