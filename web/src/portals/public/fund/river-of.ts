import type { Api } from "../../../api/api.ts";
import type { Output } from "../../../api/client.ts";
import type { RiverFlow, RiverNode } from "../../../features/fund/river-layout.ts";

/** Number of uses shown by themselves; the rest are added up as one. */
const SHOWN = 7;
const REST = "rest";

const amount = (one: { spentFen: number; reservedFen: number }) => one.spentFen + one.reservedFen;

/** Flow of money spent or reserved: each source to each benefit, small ones combined. */
export function riverOf(data: FundUse): { sources: RiverNode[]; uses: RiverNode[]; flows: RiverFlow[] } {
  const sources = data.sources
    .map((source) => ({ id: source.name, label: source.name, fen: amount(source) }))
    .filter((source) => source.fen > 0);
  const taken = data.benefits
    .map((benefit) => ({ id: benefit.benefit, label: benefit.label, fen: amount(benefit) }))
    .filter((benefit) => benefit.fen > 0)
    .toSorted((a, b) => b.fen - a.fen);
  const own = taken.length <= SHOWN ? taken : taken.slice(0, SHOWN - 1);
  const rest = taken.slice(own.length).reduce((sum, one) => sum + one.fen, 0);
  const uses = rest === 0 ? own : [...own, { id: REST, label: "其他补贴", fen: rest }];
  const flows = new Map<string, RiverFlow>();
  for (const flow of data.flows) {
    const to = own.some((use) => use.id === flow.benefit) ? flow.benefit : REST;
    const key = `${flow.source}/${to}`;
    const before = flows.get(key);
    flows.set(key, { from: flow.source, to, fen: (before?.fen ?? 0) + amount(flow) });
  }
  // Ordered like the uses, so that streams of one source don't cross.
  const place = (flow: RiverFlow) => uses.findIndex((use) => use.id === flow.to);
  return {
    sources,
    uses,
    flows: [...flows.values()].filter((flow) => flow.fen > 0).toSorted((a, b) => place(a) - place(b)),
  };
}

export type FundUse = Output<Api["fundUse"]["public"]>;
