import { api } from "../../../api/api.ts";
import type { ReactElement } from "react";
import { useApi } from "../../../api/hooks.ts";
import { Button } from "../../../kit/Button.tsx";
import { Dialog } from "../../../kit/Dialog.tsx";
import { stepTitle } from "../../../features/claims/step-title.ts";
import { usePolicy } from "../../../features/claims/use-policy.ts";
import { QueryView } from "../../../kit/QueryView.tsx";
import { DecisionPanel } from "../../../features/claims/DecisionPanel.tsx";

interface ListDecisionDialogProps {
  listId: string;
  enrolmentId: string;
  name: string;
  policyId: string;
  onClose: () => void;
}

/** Decision on a learner of the list: every condition with its clause, and the computation. */
export function ListDecisionDialog(props: ListDecisionDialogProps): ReactElement {
  const decision = useApi(api.subsidyLists.decision, {
    params: { id: props.listId, enrolmentId: props.enrolmentId },
  });
  const policy = usePolicy(props.policyId);
  return (
    <Dialog
      open
      onClose={props.onClose}
      size="wide"
      title={`${props.name} 的判定`}
      footer={<Button onClick={props.onClose}>看好了</Button>}
    >
      <QueryView query={decision} lines={8}>
        {(data) => (
          <DecisionPanel
            decision={data}
            testTitle={(test) => policy.testTitle(data.benefit, test)}
            stepTitle={stepTitle}
          />
        )}
      </QueryView>
    </Dialog>
  );
}
