import { isRecord, starterAfter, type Family } from "@jinengtong/policy/authoring";
import type { ComponentType, ReactElement } from "react";
import { moved } from "../model/edits.ts";
import { useLaw } from "../model/law-context.ts";
import { blockName, type BlockEditorProps } from "./block.ts";
import { Palette } from "./Palette.tsx";
import { RowActs } from "./RowActs.tsx";

interface BlockListProps {
  Block: ComponentType<BlockEditorProps>;
  family: Family;
  value: unknown;
  onChange: (value: unknown[]) => void;
  label: string;
  least: number;
}

/** Blocks in an order, each with its place, and a palette for another. */
export function BlockList({ Block, family, value, onChange, label, least }: BlockListProps): ReactElement {
  const { names, readOnly } = useLaw();
  const list: unknown[] = Array.isArray(value) ? value : [];
  return (
    <div className="grid gap-2">
      {list.map((one, at) => {
        const name = `${label}第 ${at + 1} 项：${blockName(family, isRecord(one) ? one["kind"] : undefined)}`;
        return (
          <div key={at} className="border-l-2 border-line pl-3">
            <div className="mb-1 flex items-center justify-between gap-2">
              <span className="num text-sm text-ink-2">第 {at + 1} 项</span>
              {!readOnly && (
                <RowActs
                  name={name}
                  at={at}
                  count={list.length}
                  onMove={(to) => onChange(moved(list, at, to))}
                  onRemove={list.length > least ? () => onChange(list.filter((_one, index) => index !== at)) : null}
                />
              )}
            </div>
            <Block
              family={family}
              value={one}
              label={name}
              onChange={(next) => onChange(list.map((old, index) => (index === at ? next : old)))}
            />
          </div>
        );
      })}
      {!readOnly && (
        <Palette
          family={family}
          label={`加一项到${label}`}
          onPick={(kind) => onChange([...list, starterAfter(list, family, kind, names)])}
        >
          加一项
        </Palette>
      )}
    </div>
  );
}
