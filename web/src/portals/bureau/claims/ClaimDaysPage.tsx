import type { ReactElement } from "react";
import { Link, useParams } from "react-router";
import { api } from "../../../api/api.ts";
import { useApi } from "../../../api/hooks.ts";
import { DaySheet } from "../../../features/claims/DaySheet.tsx";
import { formatPeriod } from "../../../kit/format.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { PrintSheet } from "../../../kit/staff/PrintSheet.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";

/** 生活费出勤日明细 as it goes into the file, to be signed. */
export default function ClaimDaysPage(): ReactElement {
  const { id = "" } = useParams();
  const claim = useApi(api.claims.show, { params: { id } });
  return (
    <StaffPage
      sheet
      title="生活费出勤日明细"
      intro={
        <Link to={`/bureau/claims/${id}`} className="text-accent underline underline-offset-3">
          回到申请
        </Link>
      }
    >
      <QueryView query={claim} lines={10}>
        {({ claim: line, evidence }) => (
          <PrintSheet
            title="培训期间生活费补贴出勤日明细"
            left={`${line.personName ?? ""}　${line.citizenIdMasked ?? ""}`}
            right={line.number}
            foot="学员签名：＿＿＿＿＿＿　审核人：＿＿＿＿＿＿　日期：＿＿＿＿＿＿"
          >
            {evidence.class !== null && (
              <p className="num mb-2 text-sm">
                {evidence.class.institution}　{evidence.class.name}（{evidence.class.number}）{" "}
                {formatPeriod(evidence.class.startsOn, evidence.class.endsOn)}
              </p>
            )}
            <DaySheet id={id} />
          </PrintSheet>
        )}
      </QueryView>
    </StaffPage>
  );
}
