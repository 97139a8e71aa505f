import { county } from "@jinengtong/county";
import type { ReactElement } from "react";
import { useMatches } from "react-router";
import { useSession } from "../../api/session.ts";
import { topicsOf } from "../../frame/help-topic.ts";
import type { PortalHandle } from "../../frame/portal.ts";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { HelpTopics } from "./HelpTopics.tsx";

/** 帮助 of a staff portal, for the role that reads it. */
export default function HelpPage(): ReactElement | null {
  const handle = useMatches().findLast((match) => (match.handle as PortalHandle | undefined)?.portal !== undefined)
    ?.handle as PortalHandle | undefined;
  const role = useSession().data?.account?.role;
  if (handle === undefined || role === undefined) return null;
  const { help, office } = handle.portal;
  return (
    <StaffPage title="帮助" intro="常做的事怎样办。也可以按 Ctrl K 直接查。">
      <HelpTopics topics={topicsOf(help, role)} office={county().offices[office]} />
    </StaffPage>
  );
}
