import { useEffect, useState, type ReactElement } from "react";
import { api } from "../../api/api.ts";
import { useApi, useChange } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { FactList } from "../../kit/FactList.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { Page } from "../../kit/Page.tsx";
import { QrScan } from "../../kit/QrScan.tsx";
import { StatusMark } from "../../kit/StatusMark.tsx";
import { today } from "../../kit/today.ts";
import { type GateAnswer, readGateCode } from "./gate/gate-code.ts";
import { dropChecks, keepCheck, keepKey, keptChecks, keptKey } from "./gate/gate-store.ts";

/** Most checks in one report. */
const AT_ONCE = 50;

/** 门岗核验: scans the code of somebody who comes to work. The signature is checked in the browser, so that a gate without network does too. */
export default function GatePage(): ReactElement {
  const key = useApi(api.gateChecks.key, {}, { staleTime: Number.POSITIVE_INFINITY });
  const publicKey = key.data?.publicKey ?? keptKey();
  const [answer, setAnswer] = useState<GateAnswer | null>(null);
  const [waiting, setWaiting] = useState(() => keptChecks().length);
  const check = useChange(api.gateChecks.check);
  const report = useChange(api.gateChecks.check);
  useEffect(() => {
    if (key.data !== undefined) keepKey(key.data.publicKey);
  }, [key.data]);

  async function scanned(code: string): Promise<void> {
    check.reset();
    if (publicKey === null) return;
    const read = await readGateCode(code, publicKey, today());
    setAnswer(read);
    if (read.kind === "forged") return;
    check.mutate(
      { body: { checks: [{ code: code.trim() }] } },
      {
        onError: () => {
          keepCheck({ code: code.trim(), checkedAt: new Date().toISOString() });
          setWaiting(keptChecks().length);
        },
      },
    );
  }

  function send(): void {
    const checks = keptChecks().slice(0, AT_ONCE);
    report.mutate(
      { body: { checks } },
      {
        onSuccess: () => {
          dropChecks(checks.length);
          setWaiting(keptChecks().length);
        },
      },
    );
  }

  return (
    <Page title="门岗核验" intro="扫上岗人员手机上的码，当场看到能不能作业。打开过一次以后，没有网络也能验。">
      {publicKey === null && !key.isPending && (
        <Notice tone="turn" title="还没有取到核验公钥">
          第一次使用请连上网络打开一次，以后断网也能验。
        </Notice>
      )}
      {answer !== null && <Answer answer={answer} live={check.data?.results[0] ?? null} offline={check.isError} />}
      <QrScan
        onCode={(code) => void scanned(code)}
        typedHint="扫不了时，可以把码的内容粘贴到这里。"
        words={{ scan: "打开摄像头扫码", typed: "或者粘贴码的内容", use: "核验" }}
      />
      {waiting > 0 && (
        <Notice
          title={`${waiting} 次核验是断网时做的`}
          action={
            <Button variant="secondary" busy={report.isPending} onClick={send}>
              现在上报
            </Button>
          }
        >
          有网络时上报，留作核验记录。
        </Notice>
      )}
    </Page>
  );
}

function Answer(props: {
  answer: GateAnswer;
  live: { colour: string | null; sentence: string } | null;
  offline: boolean;
}): ReactElement {
  const { answer, live, offline } = props;
  if (answer.kind === "forged")
    return (
      <Notice tone="refuse" title="不能放行">
        不是本平台签发的码，或码不完整。请核对证件原件。
      </Notice>
    );
  const { content } = answer;
  const red = answer.kind === "expired" || live?.colour === "red";
  return (
    <section aria-live="polite" className="grid gap-4 rounded-lg border border-line bg-sheet p-4">
      <p className="text-2xl font-semibold">
        {red ? (
          <StatusMark kind="refused">不能作业</StatusMark>
        ) : answer.kind === "old-code" ? (
          <StatusMark kind="turn">码太旧，请本人重新打开</StatusMark>
        ) : (
          <StatusMark kind="done">可以作业</StatusMark>
        )}
      </p>
      <FactList
        facts={[
          { label: "姓名", value: <span className="text-xl font-semibold">{content.name}</span> },
          { label: "身份证号", value: <span className="num">{content.citizenIdMasked}</span> },
          { label: "准操项目", value: content.itemName },
          { label: "有效到", value: <span className="num">{content.through}</span> },
        ]}
      />
      <p className="text-ink-2">
        {live === null
          ? offline
            ? "没有网络，按码的签名核验；码签发以后才撤销的看不到。请对照身份证。"
            : "正在核对今天的记录…"
          : `${live.sentence}请对照身份证。`}
      </p>
    </section>
  );
}
