import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { Api } from "../../api/api.ts";
import type { Output } from "../../api/client.ts";
import { Button } from "../../kit/Button.tsx";
import { FormField } from "../../kit/form.tsx";
import { Notice } from "../../kit/Notice.tsx";
import { QueryView } from "../../kit/QueryView.tsx";
import { RadioGroup } from "../../kit/RadioGroup.tsx";
import type { PolicyBenefit } from "../../features/claims/use-policy.ts";
import { projectLabel } from "../../features/occupations/levels.ts";
import { asksCostOf, type Ground, isOpen, keyOf } from "./employee-claim.ts";

interface GroundFieldProps {
  benefit: PolicyBenefit;
  query: UseQueryResult<Output<Api["claims"]["grounds"]>>;
  value: string;
  onChange: (key: string) => void;
}

/** The training or certificate that the claim rests on; one that is claimed already, or whose claim only waits to be confirmed, says so and can't be chosen. */
export function GroundField({ benefit, query, value, onChange }: GroundFieldProps): ReactElement {
  return (
    <QueryView query={query} lines={3}>
      {({ grounds }) => {
        const claims = grounds.flatMap(({ claim, prepared }) => [
          ...(claim?.id == null ? [] : [{ id: claim.id, text: `看 ${claim.number}` }]),
          ...(prepared === null ? [] : [{ id: prepared.id, text: `去确认 ${prepared.number}` }]),
        ]);
        return grounds.length === 0 ? (
          <Notice tone="turn" title="入职以来没有可以申请的培训">
            职工结业（或取得证书）后才能申请。培训机构办完结业、登记证书，这里就会列出来。
          </Notice>
        ) : (
          <>
            <FormField name="ground" label="凭哪次培训" required group>
              <RadioGroup
                value={value}
                onChange={onChange}
                choices={grounds.map((ground) => ({
                  value: keyOf(ground),
                  label: ground.className ?? projectLabel(ground.occupationName, ground.level),
                  description: aboutOf(benefit, ground),
                  disabled: !isOpen(benefit, ground),
                }))}
              />
            </FormField>
            {claims.length > 0 && (
              <ul className="flex flex-wrap gap-2">
                {claims.map(({ id, text }) => (
                  <li key={id}>
                    <Button variant="quiet" to={`/enterprise/claims/${id}`}>
                      {text}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </>
        );
      }}
    </QueryView>
  );
}

function aboutOf(benefit: PolicyBenefit, ground: Ground): string {
  const { className, occupationName, level, certificateId, day, inCatalogue, claim, prepared } = ground;
  const waits = asksCostOf(benefit, ground) ? "按实际费用另行申请后作废" : "核对后确认即可，不必另行申请";
  return [
    ...(className === null ? [] : [projectLabel(occupationName, level)]),
    certificateId === null ? `${day} 结业，没有证书` : `${day} 发证`,
    ...(inCatalogue === null ? [] : [inCatalogue ? "在补贴目录内" : "不在补贴目录内，按实际费用"]),
    ...(claim === null ? [] : [`已申请 ${claim.number}，${claim.stateLabel}`]),
    ...(prepared === null ? [] : [`平台已备好申请 ${prepared.number}，${waits}`]),
  ].join("，");
}
