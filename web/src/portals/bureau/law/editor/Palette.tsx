import { paletteOf, type Family } from "@jinengtong/policy/authoring";
import { useState, type ReactElement } from "react";
import { Button } from "../../../../kit/Button.tsx";
import { Dialog } from "../../../../kit/Dialog.tsx";
import { Input } from "../../../../kit/Input.tsx";

interface PaletteProps {
  family: Family;
  label: string;
  onPick: (kind: string) => void;
  children: string;
}

/** The grammar's building blocks of a family, to add one of them. */
export function Palette({ family, label, onPick, children }: PaletteProps): ReactElement {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState("");
  const blocks = paletteOf(family).filter((one) => `${one.label}${one.description}`.includes(wanted.trim()));
  const close = (): void => {
    setOpen(false);
    setWanted("");
  };
  return (
    <>
      <span>
        <Button variant="secondary" icon="plus" label={label} onClick={() => setOpen(true)}>
          {children}
        </Button>
      </span>
      <Dialog open={open} onClose={close} title={label} size="wide">
        <div className="grid gap-3">
          <Input aria-label="查找" placeholder="查找：年龄、次数、金额……" value={wanted} onChange={setWanted} />
          <ul className="grid gap-1.5 sm:grid-cols-2">
            {blocks.map((block) => (
              <li key={block.value}>
                <button
                  type="button"
                  onClick={() => {
                    close();
                    onPick(block.value);
                  }}
                  className="h-full w-full rounded-md border border-line bg-sheet px-3 py-2 text-left hover:border-accent hover:bg-accent-soft"
                >
                  <span className="block font-medium">{block.label}</span>
                  <span className="block text-sm text-ink-2">{block.description}</span>
                </button>
              </li>
            ))}
          </ul>
          {blocks.length === 0 && <p className="text-ink-2">没有找到，请换一个词。</p>}
        </div>
      </Dialog>
    </>
  );
}
