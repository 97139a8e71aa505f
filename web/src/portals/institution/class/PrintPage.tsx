import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useParams } from "react-router";
import { useApi } from "../../../api/hooks.ts";
import { useSession } from "../../../api/session.ts";
import { Button } from "../../../kit/Button.tsx";
import { Empty } from "../../../kit/Empty.tsx";
import { QueryView } from "../../../kit/QueryView.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { RosterSheet } from "./RosterSheet.tsx";
import { SignInSheet } from "./SignInSheet.tsx";
import { SubsidySheet } from "./SubsidySheet.tsx";
import type { SheetProps } from "./sheet-props.ts";

const sheets: Record<string, { title: string; tab: string; Sheet: (props: SheetProps) => ReactElement }> = {
  roster: { title: "打印名册", tab: "roster", Sheet: RosterSheet },
  "sign-in": { title: "打印签到表", tab: "attendance", Sheet: SignInSheet },
  subsidy: { title: "打印补贴审批表和签字单", tab: "subsidy", Sheet: SubsidySheet },
};

/** The class on paper: roster, sign-in sheet, approval sheet with the roster to be signed. */
export default function PrintPage(): ReactElement {
  const { id = "", sheet = "" } = useParams();
  const training = useApi(api.classes.show, { params: { id } });
  const organisation = useSession().data?.account?.organisationName ?? "";
  const found = sheets[sheet];
  if (found === undefined) return <Empty title="没有这种单据" />;
  return (
    <StaffPage
      sheet
      title={found.title}
      intro={training.data?.name}
      actions={
        <Button variant="secondary" to={`/institution/classes/${id}/${found.tab}`}>
          回到这个班
        </Button>
      }
    >
      <QueryView query={training} lines={10}>
        {(data) => <found.Sheet training={data} organisation={organisation} />}
      </QueryView>
    </StaffPage>
  );
}
