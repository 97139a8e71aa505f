import { stateKind } from "@jinengtong/words";
import { regionName } from "@jinengtong/county";
import { useState, type ReactElement } from "react";
import { Link, useParams } from "react-router";
import { ActingFor } from "../../../api/acting-for.tsx";
import { api } from "../../../api/api.ts";
import { useApi, useChange } from "../../../api/hooks.ts";
import { ActList } from "../../../features/person/ActList.tsx";
import { ClaimsFor } from "../../../features/person/ClaimsFor.tsx";
import { EnrolFor } from "../../../features/person/EnrolFor.tsx";
import { GroupsFor } from "../../../features/person/GroupsFor.tsx";
import { PayeeFor } from "../../../features/person/PayeeFor.tsx";
import { RecordFor } from "../../../features/person/RecordFor.tsx";
import { Button } from "../../../kit/Button.tsx";
import { Card } from "../../../kit/Card.tsx";
import { ConfirmSheet } from "../../../kit/ConfirmSheet.tsx";
import { FactList } from "../../../kit/FactList.tsx";
import { formatInstant } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { StatusMark } from "../../../kit/StatusMark.tsx";
import { useNow } from "../../../kit/use-now.ts";
import { EvidenceFile } from "../EvidenceFile.tsx";
import { ConsentsFor } from "./ConsentsFor.tsx";
import { ConfirmWindow, WindowConsent } from "./WindowConsent.tsx";
import type { WindowSession } from "./window-session.ts";

/** One person served at a window: their consent, what is done in their name, and the end. */
export default function WindowPage(): ReactElement {
  const { id = "" } = useParams();
  const query = useApi(api.windowSessions.show, { params: { id } }, { refetchInterval: 15_000 });
  const [ending, setEnding] = useState(false);
  return (
    <QueryView query={query} lines={8}>
      {(session) => (
        <StaffPage
          title={`代${session.personName}办理`}
          intro={
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Link to="/bureau/windows" className="text-accent underline underline-offset-3">
                窗口代办
              </Link>
              <StatusMark kind={stateKind("window-session", session.state)}>{session.stateLabel}</StatusMark>
              {session.state === "open" && <TimeLeft until={session.expiresAt ?? ""} />}
            </p>
          }
          actions={
            session.state !== "ended" && (
              <Button variant="secondary" onClick={() => setEnding(true)}>
                结束代办
              </Button>
            )
          }
        >
          <Head session={session} />
          {session.state === "asked" &&
            (session.mine ? <WindowConsent session={session} /> : <ConfirmWindow session={session} />)}
          {session.state === "open" && session.mine && <Desk session={session} />}
          {session.state !== "asked" && (
            <Card title="办了什么">
              <ActList acts={session.acts} />
            </Card>
          )}
          {session.consentKind === "paper" && (
            <EvidenceFile url={`/api/v1/window-sessions/${session.id}/paper`} name="代办同意书" />
          )}
          {ending && <EndWindow session={session} onClose={() => setEnding(false)} />}
        </StaffPage>
      )}
    </QueryView>
  );
}

function Head({ session }: { session: WindowSession }): ReactElement {
  return (
    <FactList
      columns={3}
      facts={[
        { label: "本人", value: session.personName },
        { label: "身份号码", value: <span className="num">{session.citizenIdMasked}</span> },
        { label: "现住", value: regionName(session.town) },
        { label: "本人同意代办", value: session.purposeLabels.join("、") },
        { label: "接待人", value: session.officerName },
        {
          label: "同意方式",
          value:
            session.consentLabel === null
              ? "还没有同意"
              : `${session.consentLabel}${session.consentBy === null ? "" : `：${session.consentBy}`}`,
        },
      ]}
    />
  );
}

/** The things that the person agreed to, done in their name. */
function Desk({ session }: { session: WindowSession }): ReactElement {
  const may = new Set(session.purposes);
  return (
    <ActingFor right={`window:${session.id}`}>
      <div className="grid gap-4 xl:grid-cols-2 xl:items-start">
        {may.has("register") && <ConsentsFor />}
        {may.has("enrol") && <EnrolFor name={session.personName} />}
        {may.has("payee") && <PayeeFor />}
        {may.has("claim") && <ClaimsFor confirming />}
        {may.has("group") && <GroupsFor />}
        {may.has("record") && <RecordFor />}
      </div>
    </ActingFor>
  );
}

function TimeLeft({ until }: { until: string }): ReactElement {
  const now = useNow(10_000);
  const minutes = Math.max(0, Math.ceil((Date.parse(until) - now) / 60_000));
  return (
    <span className="text-ink-2">
      还有 <span className="num">{minutes}</span> 分钟，到 <span className="num">{formatInstant(until)}</span> 自动结束
    </span>
  );
}

function EndWindow({ session, onClose }: { session: WindowSession; onClose: () => void }): ReactElement {
  const end = useChange(api.windowSessions.end, {
    refresh: [api.windowSessions.show, api.windowSessions.list],
    onSuccess: onClose,
  });
  return (
    <ConfirmSheet
      open
      onClose={onClose}
      title="结束代办"
      consequences={["结束后不能再代其办理，要办别的须重新征得同意。", "本人会收到办了哪些事的通知。"]}
      action="结束代办"
      busy={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate({ params: { id: session.id }, body: {} })}
    />
  );
}
