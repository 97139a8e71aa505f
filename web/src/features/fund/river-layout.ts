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

/** Lays out both sides of the flow chart and the streams between; heights are proportional to amounts. */
export function layRiver(
  sources: readonly RiverNode[],
  uses: readonly RiverNode[],
  flows: readonly RiverFlow[],
  height: number,
  gap: number,
): { left: PlacedNode[]; right: PlacedNode[]; streams: PlacedFlow[]; height: number } {
  const total = Math.max(1, sum(sources), sum(uses));
  const room = height - gap * Math.max(sources.length - 1, uses.length - 1, 0);
  const scale = room / total;
  const left = place(sources, scale, gap);
  const right = place(uses, scale, gap);
  const whole = Math.max(height, bottom(left), bottom(right));
  centre(left, whole);
  centre(right, whole);
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
  return { left, right, streams, height: whole };
}

function sum(nodes: readonly RiverNode[]): number {
  return nodes.reduce((total, node) => total + node.fen, 0);
}

/** Least distance between neighbours, so that labels don't overlap. */
const labelHeight = 40;

function place(nodes: readonly RiverNode[], scale: number, gap: number): PlacedNode[] {
  const placed: PlacedNode[] = [];
  for (const node of nodes) {
    const height = node.fen * scale;
    const last = placed.at(-1);
    const y = last === undefined ? 0 : last.y + last.height + Math.max(gap, labelHeight - (last.height + height) / 2);
    placed.push({ ...node, y, height });
  }
  return placed;
}

function bottom(nodes: readonly PlacedNode[]): number {
  const last = nodes.at(-1);
  return last === undefined ? 0 : last.y + Math.max(last.height, last.height / 2 + labelHeight / 2);
}

function centre(nodes: PlacedNode[], height: number): void {
  const shift = (height - bottom(nodes)) / 2;
  for (const node of nodes) node.y += shift;
}
