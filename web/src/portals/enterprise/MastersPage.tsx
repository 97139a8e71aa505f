import { useState, type ReactElement } from "react";
import { MastersTable } from "../../features/masters/MastersTable.tsx";
import { type Scheme, SchemesTable } from "../../features/masters/SchemesTable.tsx";
import { Button } from "../../kit/Button.tsx";
import { StaffPage } from "../../kit/staff/StaffPage.tsx";
import { NewSchemeDialog } from "./masters/NewSchemeDialog.tsx";
import { PubliciseDialog } from "./masters/PubliciseDialog.tsx";

/** 特级、首席技师: the enterprise's scheme, and whom it publicised and appointed. */
export default function MastersPage(): ReactElement {
  const [open, setOpen] = useState(false);
  const [of, setOf] = useState<Scheme | null>(null);
  return (
    <StaffPage
      title="特级、首席技师"
      intro="先备案评聘方案，再评审、公示 5 个工作日，由人社部门列入名册。"
      actions={
        <Button icon="plus" onClick={() => setOpen(true)}>
          备案方案
        </Button>
      }
    >
      <SchemesTable reader="owner" act={(row) => (row.state === "accepted" ? "公示人选" : null)} onAct={setOf} />
      <MastersTable reader="owner" />
      {open && <NewSchemeDialog onClose={() => setOpen(false)} />}
      {of !== null && <PubliciseDialog scheme={of} onClose={() => setOf(null)} />}
    </StaffPage>
  );
}
