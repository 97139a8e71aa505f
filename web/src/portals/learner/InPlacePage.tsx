import { stateKind } from "@jinengtong/words";
import { useState, type ReactElement } from "react";
import { api, type Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { formatPeriod } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { useToast } from "../../kit/Toast.tsx";
import { ConsentInPlace } from "./in-place/ConsentInPlace.tsx";
import { DeclareInPlaceDialog } from "./in-place/DeclareInPlaceDialog.tsx";

type Own = Output<Api["substitutions"]["mine"]>["substitutions"][number];
type Seat = Output<Api["myClasses"]["list"]>["rows"][number];

/** 替亲属参加培训: declared with proof, confirmed by the office, then chosen for a class. */
export default function InPlacePage(): ReactElement {
  const query = useApi(api.substitutions.mine, {});
  const classes = useApi(api.myClasses.list, {});
  const [declaring, setDeclaring] = useState(false);
  const tell = useToast();
  const withdraw = useChange(api.substitutions.withdraw, {
    refresh: [api.substitutions.mine],
    onSuccess: () => tell("申报已撤回"),
  });
  const open = (classes.data?.rows ?? []).filter(({ state }) => state === "applied" || state === "enrolled");
  const declare = (
    <Button icon="plus" onClick={() => setDeclaring(true)}>
      申报
    </Button>
  );
  return (
    <Page
      title="替亲属参加培训"
      intro="配偶、父母或子女是低保、贫困或重度残疾，自己来不了的，可以由您替着学，待遇和本人一样。用掉的补贴次数算那位亲属的，也记在您名下。"
      back={{ to: "/my/me", title: "我的" }}
      action={declare}
    >
      {withdraw.error !== null && <ErrorNotice error={withdraw.error} />}
      <QueryView
        query={query}
        lines={5}
        isEmpty={({ substitutions, about }) => substitutions.length + about.length === 0}
        empty={
          <Empty title="还没有申报过" action={declare}>
            带上户口簿、结婚证或出生证的照片来申报，主管部门确认以后，再选用在哪个班。
          </Empty>
        }
      >
        {({ substitutions, about }) => (
          <ul className="grid gap-4">
            {about.map((asked) => (
              <li key={asked.id}>
                <ConsentInPlace asked={asked} />
              </li>
            ))}
            {substitutions.map((own) => (
              <li key={own.id}>
                <Card
                  title={`替${own.principalName}参加`}
                  action={<StatusMark kind={stateKind("substitution", own.state)}>{own.stateLabel}</StatusMark>}
                >
                  <p className="num text-ink-2">
                    我是对方的{own.relationLabel}，{formatPeriod(own.validFrom, own.validTo)}，证明：{own.proofLabel}
                  </p>
                  {own.state === "declared" && (
                    <p className="mt-1">
                      {own.consent === "none"
                        ? `还要${own.principalName}本人同意：登录后在“替亲属参加培训”里点同意，或到主管部门签同意书。`
                        : `${own.principalName}本人已同意，等主管部门确认。`}
                    </p>
                  )}
                  {own.reason !== null && own.reason !== "" && <p className="mt-1">说明：{own.reason}</p>}
                  {own.state === "declared" && (
                    <div className="mt-3">
                      <Button
                        variant="quiet"
                        busy={withdraw.isPending}
                        onClick={() => withdraw.mutate({ params: { id: own.id } })}
                      >
                        撤回这次申报
                      </Button>
                    </div>
                  )}
                  {own.state === "confirmed" && <Seats own={own} seats={open} />}
                </Card>
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      {declaring && <DeclareInPlaceDialog onClose={() => setDeclaring(false)} />}
    </Page>
  );
}

/** The classes that it can be used for, and is. */
function Seats({ own, seats }: { own: Own; seats: readonly Seat[] }): ReactElement {
  const tell = useToast();
  const choose = useChange(api.enrolments.trainInPlace, {
    refresh: [api.myClasses.list, api.myClasses.page],
    onSuccess: () => tell("已记下这个班以什么身份参加"),
  });
  const fitting = seats.filter(
    ({ substitutionId, startsOn }) =>
      substitutionId === own.id || (startsOn >= own.validFrom && startsOn <= own.validTo),
  );
  if (fitting.length === 0)
    return (
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        <p className="text-ink-2">报了班以后，回到这里选定用在哪个班。</p>
        <Button variant="secondary" to="/classes">
          找培训班
        </Button>
      </div>
    );
  return (
    <div className="mt-3 grid gap-2">
      <p className="font-medium">用在哪个班</p>
      <ErrorNotice error={choose.error} />
      <ul className="divide-y divide-line border-y border-line">
        {fitting.map((seat) => (
          <li key={seat.enrolmentId} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span>
              {seat.name}
              <span className="num block text-sm text-ink-2">{formatPeriod(seat.startsOn, seat.endsOn)}</span>
            </span>
            {seat.substitutionId === own.id ? (
              <span className="flex flex-wrap items-center gap-3">
                <StatusMark kind="done">替亲属参加</StatusMark>
                <Button
                  variant="quiet"
                  busy={choose.isPending}
                  onClick={() => choose.mutate({ params: { id: seat.enrolmentId }, body: { substitutionId: null } })}
                >
                  改回本人参加
                </Button>
              </span>
            ) : (
              <Button
                variant="secondary"
                busy={choose.isPending}
                onClick={() => choose.mutate({ params: { id: seat.enrolmentId }, body: { substitutionId: own.id } })}
              >
                这个班是替亲属参加
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
