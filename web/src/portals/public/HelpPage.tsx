import { county } from "@jinengtong/county";
import type { ReactElement } from "react";
import { HelpTopics } from "../../features/help/HelpTopics.tsx";
import { learnerTopics } from "../../features/help/learner/help.ts";
import { Page } from "../../kit/Page.tsx";

/** 帮助 for everybody: the same as a learner's; its pages ask to sign in. */
export default function HelpPage(): ReactElement {
  return (
    <Page title="帮助" intro="报名、签到、领补贴怎样办，找谁问。不会用手机的，带身份证到窗口，经您同意当场代办。">
      <HelpTopics topics={learnerTopics} office={county().offices.bureau} />
    </Page>
  );
}
