import type { ReactElement, ReactNode } from "react";
import { Link } from "../Link.tsx";
import type { Fact } from "../FactList.tsx";
import { FactList } from "../FactList.tsx";
import { Icon, type IconName } from "../Icon.tsx";

export interface TraceNode {
  id: string;
  icon: IconName;
  /** 拨付, 复审, 判定, 证书, 学时, 签到… */
  kind: string;
  title: ReactNode;
  href?: string;
  /** Responsible person and time. */
  who?: string;
  on?: string;
  facts?: readonly Fact[];
  /** The rows themselves: an attendance grid, a watch map, ledger lines. */
  evidence?: ReactNode;
}

/** Vertical trace from money to evidence; every node is a link, fully expanded. */
export function TraceLine({ nodes, label }: { nodes: readonly TraceNode[]; label: string }): ReactElement {
  return (
    <ol aria-label={label} className="relative">
      {nodes.map((node, index) => (
        <li key={node.id} data-print="keep" className="relative grid grid-cols-[2.5rem_1fr] gap-x-4 pb-6 last:pb-0">
          {index < nodes.length - 1 && (
            <span aria-hidden className="absolute top-10 bottom-0 left-[19px] border-l-2 border-accent" />
          )}
          <span
            aria-hidden
            className="grid size-10 place-items-center rounded-md border-2 border-accent bg-sheet text-accent"
          >
            <Icon name={node.icon} size={20} />
          </span>
          <div className="min-w-0">
            <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-ink-2">
              <span className="font-medium text-accent">{node.kind}</span>
              {node.who !== undefined && <span>{node.who}</span>}
              {node.on !== undefined && <span className="num">{node.on}</span>}
            </p>
            <h2 className="text-lg font-semibold">
              {node.href === undefined ? (
                node.title
              ) : (
                <Link
                  to={node.href}
                  className="underline decoration-accent-line underline-offset-4 hover:text-accent hover:decoration-accent"
                >
                  {node.title}
                </Link>
              )}
            </h2>
            {node.facts !== undefined && (
              <div className="mt-1.5">
                <FactList facts={node.facts} columns={3} />
              </div>
            )}
            {node.evidence !== undefined && (
              <div className="mt-3 rounded-md border border-line bg-sheet p-3">{node.evidence}</div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
