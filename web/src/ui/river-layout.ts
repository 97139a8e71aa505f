export interface RiverNode {
  id: string;
  label: string;
  fen: number;
  href?: string;
}

export interface RiverFlow {
  from: string;
  to: string;
  fen: number;
}

export interface PlacedNode extends RiverNode {
  y: number;
  height: number;
}

export interface PlacedFlow extends RiverFlow {
  y1: number;
  y2: number;
  height: number;
}

/** Places the two banks of the river and the streams between them; heights are proportional to the money. */
export function layRiver(
  sources: readonly RiverNode[],
  uses: readonly RiverNode[],
  flows: readonly RiverFlow[],
  height: number,
  gap: number,
): { left: PlacedNode[]; right: PlacedNode[]; streams: PlacedFlow[] } {
  const total = Math.max(1, sum(sources), sum(uses));
  const room = height - gap * Math.max(sources.length - 1, uses.length - 1, 0);
  const scale = room / total;
  const left = place(sources, scale, gap, height);
  const right = place(uses, scale, gap, height);
  const usedLeft = new Map<string, number>();
  const usedRight = new Map<string, number>();
  const streams = flows.flatMap((flow): PlacedFlow[] => {
    const start = left.find((node) => node.id === flow.from);
    const end = right.find((node) => node.id === flow.to);
    if (start === undefined || end === undefined || flow.fen <= 0) return [];
    const thickness = flow.fen * scale;
    const y1 = start.y + (usedLeft.get(flow.from) ?? 0);
    const y2 = end.y + (usedRight.get(flow.to) ?? 0);
    usedLeft.set(flow.from, (usedLeft.get(flow.from) ?? 0) + thickness);
    usedRight.set(flow.to, (usedRight.get(flow.to) ?? 0) + thickness);
    return [{ ...flow, y1, y2, height: thickness }];
  });
  return { left, right, streams };
}

function sum(nodes: readonly RiverNode[]): number {
  return nodes.reduce((total, node) => total + node.fen, 0);
}

function place(nodes: readonly RiverNode[], scale: number, gap: number, height: number): PlacedNode[] {
  const used = sum(nodes) * scale + gap * Math.max(0, nodes.length - 1);
  let y = Math.max(0, (height - used) / 2);
  return nodes.map((node) => {
    const placed = { ...node, y, height: node.fen * scale };
    y += placed.height + gap;
    return placed;
  });
}
