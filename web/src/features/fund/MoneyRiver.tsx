import type { ReactElement } from "react";
import { formatShort, formatYuan } from "../../kit/format.ts";
import { layRiver, type PlacedNode, type RiverFlow, type RiverNode } from "./river-layout.ts";

interface MoneyRiverProps {
  sources: readonly RiverNode[];
  uses: readonly RiverNode[];
  flows: readonly RiverFlow[];
  caption: string;
}

/** Flow of money from sources to uses: streams as wide as the amounts. A table on a phone and for screen readers. */
export function MoneyRiver({ sources, uses, flows, caption }: MoneyRiverProps): ReactElement {
  const { left, right, streams, height } = layRiver(sources, uses, flows, 320, 14);
  return (
    <figure>
      <figcaption className="mb-4 font-medium">{caption}</figcaption>
      <div className="hidden grid-cols-[11em_1fr_12em] gap-3 md:grid">
        <Bank nodes={left} side="left" height={height} />
        <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" className="w-full" style={{ height }} aria-hidden>
          {streams.map((stream) => (
            <path
              key={`${stream.from}-${stream.to}`}
              d={`M0 ${stream.y1}C50 ${stream.y1} 50 ${stream.y2} 100 ${stream.y2}v${stream.height}C50 ${stream.y2 + stream.height} 50 ${stream.y1 + stream.height} 0 ${stream.y1 + stream.height}z`}
              fill="var(--color-accent-line)"
              opacity="0.62"
            >
              <title>{`${labelOf(sources, stream.from)} → ${labelOf(uses, stream.to)}：${formatYuan(stream.fen)} 元`}</title>
            </path>
          ))}
          {left.map((node) => (
            <rect
              key={node.id}
              x="0"
              y={node.y}
              width="0.9"
              height={Math.max(1, node.height)}
              fill="var(--color-accent)"
            />
          ))}
          {right.map((node) => (
            <rect
              key={node.id}
              x="99.1"
              y={node.y}
              width="0.9"
              height={Math.max(1, node.height)}
              fill="var(--color-accent)"
            />
          ))}
        </svg>
        <Bank nodes={right} side="right" height={height} />
      </div>
      <table className="w-full border-collapse text-left md:sr-only">
        <thead>
          <tr className="border-b-2 border-ink text-sm text-ink-2">
            <th scope="col" className="py-2 font-medium">
              从哪里来
            </th>
            <th scope="col" className="py-2 font-medium">
              用在哪里
            </th>
            <th scope="col" className="py-2 text-right font-medium">
              元
            </th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <tr key={`${flow.from}-${flow.to}`} className="border-b border-line">
              <td className="py-2 pr-2">{labelOf(sources, flow.from)}</td>
              <td className="py-2 pr-2">{labelOf(uses, flow.to)}</td>
              <td className="num py-2 text-right whitespace-nowrap">{formatYuan(flow.fen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Bank({
  nodes,
  side,
  height,
}: {
  nodes: readonly PlacedNode[];
  side: "left" | "right";
  height: number;
}): ReactElement {
  return (
    <ul className="relative" style={{ height }}>
      {nodes.map((node) => (
        <li
          key={node.id}
          className={side === "left" ? "absolute right-0 text-right" : "absolute left-0"}
          style={{ top: node.y + node.height / 2, transform: "translateY(-50%)" }}
        >
          <span className="block text-sm leading-tight">
            {node.href === undefined ? (
              node.label
            ) : (
              <a href={node.href} className="text-accent underline-offset-4 hover:underline">
                {node.label}
              </a>
            )}
          </span>
          <span className="num block text-sm leading-tight text-ink-3" title={`${formatYuan(node.fen)} 元`}>
            {formatShort(node.fen / 100)} 元
          </span>
        </li>
      ))}
    </ul>
  );
}

function labelOf(nodes: readonly RiverNode[], id: string): string {
  return nodes.find((node) => node.id === id)?.label ?? id;
}
