import type { ReactElement } from "react";
import { Button } from "../kit/Button.tsx";
import { Page } from "../kit/Page.tsx";

/** 404 page. */
export function NotFound(): ReactElement {
  return (
    <Page title="没有这个页面" intro="地址可能写错了，或者页面已经搬走。">
      <div className="flex flex-wrap gap-3">
        <Button to="/">回到首页</Button>
        <Button variant="secondary" to="/classes">
          找培训班
        </Button>
      </div>
    </Page>
  );
}
