import { useState, type ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { Card } from "../../kit/Card.tsx";
import { DeclareGroupDialog } from "./DeclareGroupDialog.tsx";

/** Declares a target group for the person one acts for; the office that keeps the register decides it. */
export function GroupsFor(): ReactElement {
  const [declaring, setDeclaring] = useState(false);
  return (
    <Card title="身份类别">
      <p className="mb-3 text-ink-2">登记失业、低保、退役军人等。申报后由主管部门核实，不由经办人认定。</p>
      <Button variant="secondary" icon="plus" onClick={() => setDeclaring(true)}>
        申报一类
      </Button>
      {declaring && <DeclareGroupDialog onClose={() => setDeclaring(false)} />}
    </Card>
  );
}
