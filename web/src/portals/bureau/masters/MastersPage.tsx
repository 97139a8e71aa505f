import { useState, type ReactElement } from "react";
import { useSession } from "../../../api/session.ts";
import { type Master, MastersTable } from "../../../features/masters/MastersTable.tsx";
import { type Scheme, SchemesTable } from "../../../features/masters/SchemesTable.tsx";
import { StaffPage } from "../../../kit/staff/StaffPage.tsx";
import { DecideSchemeDialog } from "./DecideSchemeDialog.tsx";
import { EndMasterDialog, EnlistDialog } from "./EnlistDialog.tsx";

/** 特级、首席技师: schemes to accept, people to list after their publicity, and the list. */
export default function MastersPage(): ReactElement {
  const reviewer = useSession().data?.account?.role === "reviewer";
  const [scheme, setScheme] = useState<Scheme | null>(null);
  const [listing, setListing] = useState<Master | null>(null);
  const [ending, setEnding] = useState<Master | null>(null);
  const word = (row: Scheme): string | null =>
    !reviewer ? null : row.state === "filed" ? "办理" : row.state === "accepted" ? "结束" : null;
  return (
    <StaffPage title="特级、首席技师" intro="企业备案方案、评审公示；期满列入名册。这两级不是五级中的任何一级。">
      <SchemesTable reader="office" act={word} onAct={setScheme} />
      {reviewer ? (
        <MastersTable reader="office" onEnlist={setListing} onEnd={setEnding} />
      ) : (
        <MastersTable reader="office" />
      )}
      {scheme !== null && <DecideSchemeDialog scheme={scheme} onClose={() => setScheme(null)} />}
      {listing !== null && <EnlistDialog master={listing} onClose={() => setListing(null)} />}
      {ending !== null && <EndMasterDialog master={ending} onClose={() => setEnding(null)} />}
    </StaffPage>
  );
}
