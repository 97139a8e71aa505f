import { useState, type ReactElement } from "react";
import { Button } from "../../../kit/Button.tsx";
import { SearchBox } from "../../../kit/SearchBox.tsx";
import { TradeTile } from "../home/TradeTile.tsx";
import type { Trade } from "./answers.ts";

interface TradeChoiceProps {
  trades: readonly Trade[];
  onChoose: (trade: Trade) => void;
  onNone: () => void;
}

/** Shown before anything is searched: the list may be long. */
const FIRST = 24;

/** The trades of the published list by picture, or by the words that people use. */
export function TradeChoice({ trades, onChoose, onNone }: TradeChoiceProps): ReactElement {
  const [words, setWords] = useState("");
  const found = trades.filter((trade) => speaksOf(trade, words));
  const shown = words === "" ? found.slice(0, FIRST) : found;
  return (
    <div className="grid gap-4">
      <SearchBox value={words} onSearch={setWords} label="找工种" placeholder="比如：电焊、护工、烧菜、开网店" />
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4 sm:gap-3">
        {shown.map((trade) => (
          <li key={trade.key}>
            <TradeTile trade={trade} onClick={() => onChoose(trade)} />
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-2" aria-live="polite">
        {trades.length === 0
          ? "本地的补贴目录还没有公布，公布以后才知道补多少。"
          : found.length === 0
            ? "补贴目录里没有这个工种。换个说法再找，或者看看没有列进目录怎么办。"
            : shown.length < found.length
              ? `一共 ${found.length} 个工种，没看到的请搜一下。`
              : ""}
      </p>
      <div>
        <Button variant="quiet" onClick={onNone}>
          这里没有我要的
        </Button>
      </div>
    </div>
  );
}

/** The words stand in the trade's name or code, or one stands in the other. */
function speaksOf({ name, key, words }: Trade, text: string): boolean {
  const wanted = text.toLowerCase().replaceAll(/\s+/gu, "");
  return (
    wanted === "" ||
    [name, key, ...words].some((word) => word.includes(wanted) || (word.length > 1 && wanted.includes(word)))
  );
}
