import { api, type Api } from "../../api/api.ts";
import { useEffect, useRef, type ReactElement } from "react";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { useApi, useChange } from "../../api/hooks.ts";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { timeOf } from "../../kit/format.ts";
import { Page } from "../../kit/Page.tsx";
import { QrScan } from "../../kit/QrScan.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { dayWords } from "./day-words.ts";
import { deviceMark } from "./device-mark.ts";

type SignedIn = Output<Api["attendance"]["signIn"]>;

/** Session sign-in by the code on the teacher's screen, scanned or typed; the QR code's address signs in at once. */
export default function SignInPage(): ReactElement {
  const { sessionId = "" } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const home = useApi(api.homes.learner, {});
  const sent = useRef("");
  const signIn = useChange(api.attendance.signIn, {
    refresh: [api.homes.learner, api.myClasses.page, api.myClasses.list],
  });
  const { mutate } = signIn;
  const fromAddress = search.get("code");
  const steps = home.data?.next.filter((step) => step.kind === "sign-in") ?? [];
  const step = steps.find((one) => one.sessionId === sessionId) ?? (sessionId === "" ? steps[0] : undefined);
  const target = sessionId !== "" ? sessionId : (step?.sessionId ?? "");

  useEffect(() => {
    // React may render twice; the code is sent once.
    if (fromAddress === null || sent.current === fromAddress || sessionId === "") return;
    sent.current = fromAddress;
    mutate({ params: { id: sessionId }, body: { code: fromAddress, device: deviceMark() } });
  }, [fromAddress, sessionId, mutate]);

  function use(text: string): void {
    const scanned = /\/sign-in\/([\w-]+)\?code=([^&\s]+)/u.exec(text);
    const id = scanned?.[1] ?? target;
    const code = decodeURIComponent(scanned?.[2] ?? text).trim();
    if (scanned !== null && id !== sessionId) void navigate(`/my/sign-in/${id}`, { replace: true });
    mutate({ params: { id }, body: { code, device: deviceMark() } });
  }

  if (signIn.data !== undefined) {
    return <Done result={signIn.data} classId={step?.classId ?? null} detail={step?.detail ?? null} />;
  }
  return (
    <Page title="签到" back={{ to: "/my", title: "首页" }}>
      {signIn.error !== null && <ErrorNotice error={signIn.error} />}
      {signIn.isPending && <Skeleton lines={3} />}
      <QueryView query={home} lines={4}>
        {() =>
          target === "" ? (
            <Empty title="现在没有可以签到的课" action={<Button to="/my/classes">看课表</Button>}>
              上课前 30 分钟开始签到，到时候首页会提醒您。
            </Empty>
          ) : (
            <>
              {step !== undefined && (
                <Card tone="turn">
                  <p className="num text-sm text-ink-2">{step.at === null ? "" : dayWords(step.at)}</p>
                  <p className="text-lg font-semibold">{step.detail}</p>
                </Card>
              )}
              <QrScan onCode={use} typedHint="老师屏幕上二维码下面的那一串，每隔一会儿会换。" busy={signIn.isPending} />
              <p className="text-sm text-ink-2">没带手机、扫不了码，也可以请老师点名。签到不刷脸，也不要求开定位。</p>
            </>
          )
        }
      </QueryView>
    </Page>
  );
}

function Done({
  result,
  classId,
  detail,
}: {
  result: SignedIn;
  classId: string | null;
  detail: string | null;
}): ReactElement {
  const late = result.mark === "late";
  return (
    <Page title={late ? "签到成功，记为迟到" : "签到成功"}>
      <div
        role="status"
        className="grid justify-items-center gap-3 rounded-lg border border-line bg-sheet px-6 py-10 text-center"
      >
        <svg viewBox="0 0 96 96" className="size-24" aria-hidden fill="none">
          <circle cx="48" cy="48" r="44" fill={late ? "var(--color-turn)" : "var(--color-accent)"} />
          <path
            d="m29 49 13 13 26-28"
            stroke="var(--color-on-accent)"
            strokeWidth="7"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
        <p className="num text-4xl font-semibold">{timeOf(result.at)}</p>
        {detail !== null && <p className="max-w-[26em]">{detail}</p>}
        <p className="num text-ink-2">
          {result.repeated && "您之前已经签过，以第一次为准。"}
          这节课计 {result.minutes} 分钟{late && "，从到课的时候算起"}。
        </p>
        <div className="mt-3 flex flex-wrap justify-center gap-3">
          <Button to="/my">回首页</Button>
          {classId !== null && (
            <Button variant="secondary" to={`/my/classes/${classId}`}>
              看我的学时
            </Button>
          )}
        </div>
        <p className="text-sm text-ink-3">
          记错了？上课时跟老师说，或在
          <Link to="/my/classes" className="text-accent underline underline-offset-4">
            班级
          </Link>
          里核对。
        </p>
      </div>
    </Page>
  );
}
