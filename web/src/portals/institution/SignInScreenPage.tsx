import { useDocumentTitle } from "../../kit/use-document-title.ts";
import { api } from "../../api/api.ts";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { Link, useParams } from "react-router";
import { useApi } from "../../api/hooks.ts";
import { Button } from "../../kit/Button.tsx";
import { ErrorNotice } from "../../kit/ErrorNotice.tsx";
import { timeOf } from "../../kit/format.ts";
import { Icon } from "../../kit/Icon.tsx";
import { Logo } from "../../kit/Logo.tsx";
import { QrCode } from "../../kit/QrCode.tsx";
import { Skeleton } from "../../kit/Skeleton.tsx";
import { RequireRole } from "../../frame/RequireRole.tsx";

/** Polling interval of code and count; the code changes every quarter of a minute. */
const EVERY_MS = 3_000;

export default function SignInScreenPage(): ReactElement {
  return <RequireRole roles={["institution"]}>{() => <Screen />}</RequireRole>;
}

/** 签到码: fills the projector or the teacher's phone; the code rotates, the count is live. */
function Screen(): ReactElement {
  const { classId = "", id = "" } = useParams();
  const training = useApi(api.classes.show, { params: { id: classId } });
  const sessions = useApi(api.timetable.list, { params: { id: classId } });
  const code = useApi(api.attendance.code, { params: { id } }, { staleTime: 0 });
  const session = sessions.data?.sessions.find((one) => one.id === id);
  const refetch = useRef(code.refetch);
  const [full, setFull] = useState(false);
  const side = useQrSide();
  useDocumentTitle("签到码");

  useEffect(() => {
    refetch.current = code.refetch;
  });
  // A projector's window is seldom focused, so the timer runs here rather than in the query.
  useEffect(() => {
    const timer = setInterval(() => void refetch.current(), EVERY_MS);
    const onFull = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", onFull);
    return () => {
      clearInterval(timer);
      document.removeEventListener("fullscreenchange", onFull);
    };
  }, []);

  const data = code.error ? undefined : code.data;
  return (
    <main className="flex min-h-screen flex-col bg-sheet">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line px-4 py-3 sm:px-8">
        <Logo size={26} />
        <div className="order-last min-w-0 basis-full sm:order-none sm:flex-1 sm:basis-0">
          <h1 className="truncate text-xl font-semibold">{training.data?.name ?? "签到"}</h1>
          {session !== undefined && (
            <p className="num flex flex-wrap gap-x-4 text-ink-2">
              <span>
                {timeOf(session.startsAt)}–{timeOf(session.endsAt)}
              </span>
              <span>{session.topic}</span>
              <span>{session.teacherName}</span>
              <span>{session.roomName}</span>
            </p>
          )}
        </div>
        <span className="ml-auto flex gap-2">
          <Button variant="secondary" to={`/institution/sessions/${classId}/${id}/roll-call`}>
            去点名
          </Button>
          {document.fullscreenEnabled && (
            <Button
              variant="secondary"
              className="max-sm:hidden"
              onClick={() =>
                void (full ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(
                  () => undefined,
                )
              }
            >
              {full ? "退出全屏" : "全屏"}
            </Button>
          )}
        </span>
      </header>
      {data === undefined ? (
        <div className="mx-auto w-full max-w-2xl p-6">
          {code.error ? (
            <div className="grid gap-4">
              <ErrorNotice error={code.error} onRetry={() => void code.refetch()} />
              <Link
                to={`/institution/classes/${classId}/attendance`}
                className="inline-flex items-center gap-1 text-accent underline underline-offset-4"
              >
                <Icon name="left" size="1em" />
                回到这个班的签到
              </Link>
            </div>
          ) : (
            <Skeleton lines={8} />
          )}
        </div>
      ) : (
        <div className="grid flex-1 content-center items-center justify-items-center gap-x-16 gap-y-6 p-4 sm:p-8 lg:grid-cols-[auto_minmax(0,30rem)] lg:justify-center">
          <QrCode text={data.url} size={side} />
          <section aria-label="签到情况" className="grid w-full max-w-md gap-6 max-lg:text-center">
            <div>
              <p className="text-lg text-ink-2">用手机扫码签到，或在“签到”里输入</p>
              <p className="num mt-2 flex flex-wrap gap-x-[0.6em] font-mono text-2xl leading-tight font-semibold tracking-[0.06em] max-lg:justify-center sm:text-[2.75rem]">
                {data.code.match(/.{1,4}/gu)?.map((part, index) => (
                  <span key={index}>{part}</span>
                ))}
              </p>
              <Countdown until={code.dataUpdatedAt + data.showForMs} />
            </div>
            <div className="border-t border-line pt-5">
              <p className="num" aria-live="polite">
                <span className="text-[4.5rem] leading-none font-semibold text-accent sm:text-[7rem]">
                  {data.signedIn}
                </span>
                <span className="ml-3 text-2xl text-ink-2">/ {data.expected} 人已签到</span>
              </p>
              <div aria-hidden className="mt-4 flex flex-wrap gap-1 max-lg:justify-center">
                {Array.from({ length: data.expected }, (_, index) => (
                  <span
                    key={index}
                    className={
                      index < data.signedIn
                        ? "size-4 rounded-[2px] bg-accent"
                        : "size-4 rounded-[2px] border border-line-strong"
                    }
                  />
                ))}
              </div>
            </div>
            <p className="text-ink-3">二维码每 15 秒更换，照片转发无效。没有手机的学员请老师点名。</p>
          </section>
        </div>
      )}
    </main>
  );
}

/** Countdown line of the code. */
function Countdown({ until }: { until: number }): ReactElement {
  const [left, setLeft] = useState(15_000);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, until - Date.now())), 200);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <div aria-hidden className="mt-3 flex items-center gap-3">
      <span className="h-1 flex-1 overflow-hidden rounded-sm bg-paper-deep">
        <span className="block h-full bg-accent" style={{ width: `${Math.min(100, (left / 15_000) * 100)}%` }} />
      </span>
      <span className="num w-12 text-right text-sm text-ink-3">{Math.ceil(left / 1000)} 秒</span>
    </div>
  );
}

/** Below this a phone can't read it from the next seat. */
const SMALLEST_QR = 160;

/** As large as the window allows, with room for the text. */
const measureQr = (): number =>
  Math.max(
    SMALLEST_QR,
    innerWidth < 1024
      ? Math.min(innerWidth - 32, Math.floor(innerHeight * 0.46))
      : Math.min(Math.floor(innerWidth * 0.46), innerHeight - 170),
  );

function useQrSide(): number {
  const [side, setSide] = useState(measureQr);
  useEffect(() => {
    const onResize = () => setSide(measureQr());
    addEventListener("resize", onResize);
    return () => removeEventListener("resize", onResize);
  }, []);
  return side;
}
