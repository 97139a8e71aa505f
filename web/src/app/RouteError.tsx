import { useEffect, type ReactElement } from "react";
import { useRouteError } from "react-router";
import { Button } from "../kit/Button.tsx";
import { Logo } from "../kit/Logo.tsx";
import { Notice } from "../kit/Notice.tsx";

/** Error page: the page couldn't be loaded (often a new version while the old one was open) or failed to render. */
export function RouteError(): ReactElement {
  const error = useRouteError();
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <main className="mx-auto grid max-w-2xl gap-6 px-4 py-12">
      <Logo />
      <Notice
        tone="refuse"
        title={navigator.onLine ? "页面没有打开" : "没有网络，这一页打不开"}
        action={
          <div className="flex flex-wrap gap-2">
            <Button icon="refresh" onClick={() => location.reload()}>
              重新打开
            </Button>
            <Button variant="secondary" onClick={() => history.back()}>
              返回上一页
            </Button>
          </div>
        }
      >
        {navigator.onLine
          ? "可能是网络断了，或者平台刚刚更新。已填写的内容不会丢失。"
          : "连上网络后点“重新打开”，或者返回上一页。已填写的内容不会丢失。"}
      </Notice>
    </main>
  );
}
