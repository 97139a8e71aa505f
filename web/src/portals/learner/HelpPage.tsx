import { county } from "@jinengtong/county";
import type { ReactElement } from "react";
import { HelpTopics } from "../../features/help/HelpTopics.tsx";
import { Page } from "../../kit/Page.tsx";
import { learnerTopics } from "../../features/help/learner/help.ts";

/** 帮助 for learners. */
export default function HelpPage(): ReactElement {
  return (
    <Page title="帮助" back={{ to: "/my/me", title: "我的" }}>
      <HelpTopics topics={learnerTopics} office={county().offices.bureau} />
    </Page>
  );
}
