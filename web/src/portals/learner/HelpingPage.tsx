import type { ReactElement } from "react";
import { useParams } from "react-router";
import { ActingFor } from "../../api/acting-for.tsx";
import { api } from "../../api/api.ts";
import { useApi } from "../../api/hooks.ts";
import { ClaimsFor } from "../../features/person/ClaimsFor.tsx";
import { EnrolFor } from "../../features/person/EnrolFor.tsx";
import { GroupsFor } from "../../features/person/GroupsFor.tsx";
import { RecordFor } from "../../features/person/RecordFor.tsx";
import { Empty } from "../../kit/Empty.tsx";
import { Page } from "../../kit/Page.tsx";
import { QueryView } from "../../kit/QueryView.tsx";

/** The affairs of a relative who asked for help: seen and prepared; they confirm the money themselves. */
export default function HelpingPage(): ReactElement {
  const { id = "" } = useParams();
  const query = useApi(api.helpers.mine, {});
  const helped = query.data?.helping.find((one) => one.id === id);
  return (
    <Page
      title={helped === undefined ? "帮亲属办" : `帮${helped.name}办`}
      intro="您办的每一件事，本人都看得到。补贴由本人登录确认，或到窗口办理。"
      back={{ to: "/my/helpers", title: "可帮办的亲属" }}
    >
      <QueryView query={query} lines={6}>
        {() =>
          helped === undefined ? (
            <Empty title="没有请您帮办，或已经取消">请本人在“可帮办的亲属”里指定您。</Empty>
          ) : (
            <ActingFor right={`helper:${id}`}>
              <div className="grid gap-4">
                <EnrolFor name={helped.name} />
                <ClaimsFor confirming={false} />
                <GroupsFor />
                <RecordFor />
              </div>
            </ActingFor>
          )
        }
      </QueryView>
    </Page>
  );
}
