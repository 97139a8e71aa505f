import type { ReactElement } from "react";
import type { Api } from "../../../api/api.ts";
import { api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import { useApi } from "../../../api/hooks.ts";
import { Card } from "../../../kit/Card.tsx";
import { Money } from "../../../kit/Money.tsx";
import { TradeDrawing } from "../../../kit/TradeDrawing.tsx";

type OpenClass = Output<Api["openClasses"]["show"]>;
type Own = Output<Api["claims"]["ownClassOutlook"]>;

/** Fee and subsidy of a class: by the published list for a visitor, by their own record for a learner. */
export function ClassMoney({ found, learner }: { found: OpenClass; learner: boolean }): ReactElement {
  const own = useApi(api.claims.ownClassOutlook, { params: { id: found.id }, query: {} }, { enabled: learner });
  const decided = own.data?.perPerson === true ? own.data : undefined;
  const granted = decided?.outlook === "granted" ? decided.amountFen : null;
  const subsidy =
    decided === undefined ? found.subsidyFen : decided.outlook === "refused" ? 0 : (granted ?? found.subsidyFen);
  return (
    <Card>
      <div className="flex items-start justify-between gap-4">
        <div className="grid gap-1">
          <p className="text-ink-2">
            {decided === undefined
              ? "符合条件的，学完并通过考核后补"
              : decided.outlook === "refused"
                ? "按您的记录，这个班您领不到补贴"
                : decided.outlook === "granted"
                  ? "按您的记录，学完并通过考核后补您"
                  : "核实以后，学完并通过考核补您"}
          </p>
          {subsidy === null ? (
            <p className="text-xl font-semibold">目录没有标准，另行核定</p>
          ) : (
            <Money fen={subsidy} size="display" className="text-accent" />
          )}
        </div>
        <TradeDrawing occupation={found.occupation} size={72} className="text-ink" />
      </div>
      <dl className="mt-4 grid grid-cols-2 gap-x-6 gap-y-3 border-t border-line pt-3">
        <div>
          <dt className="text-sm text-ink-3">机构收费</dt>
          <dd>{found.priceFen === null ? "机构没有写，请打电话问" : <Money fen={found.priceFen} size="large" />}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-3">补贴以后您自付</dt>
          <dd>
            {found.priceFen === null || subsidy === null ? (
              "要问过收费才知道"
            ) : (
              <Money fen={Math.max(0, found.priceFen - subsidy)} size="large" />
            )}
          </dd>
        </div>
      </dl>
      {decided !== undefined && <Grounds own={decided} />}
      {decided === undefined && (
        <p className="mt-3 text-sm text-ink-2">
          {learner && own.data !== undefined
            ? "这一类班的补贴由机构或企业为整个班申请，您不用自己申请。"
            : "按公布的补贴目录。各人的情况不同，登录后看按您的记录能补多少。"}
        </p>
      )}
    </Card>
  );
}

function Grounds({ own }: { own: Own }): ReactElement | null {
  const lines = own.outlook === "refused" ? own.reasons : own.missing.map((fact) => `还要核实：${fact}`);
  if (lines.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1 text-sm text-ink-2">
      {own.outlook === "refused" && own.presumed && <li>正在学的班也按学完、领到补贴算在里面。</li>}
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
