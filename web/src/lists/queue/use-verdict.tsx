import { useState, type ReactNode } from "react";
import { Button } from "../../kit/Button.tsx";
import { useHotkeys } from "../../kit/staff/use-hotkeys.ts";

interface Answer<Verdict extends string> {
  verdict: Verdict;
  key: string;
  words: string;
}

interface Chosen<Verdict extends string> {
  /** The answer being given, while its dialog is open. */
  verdict: Verdict | null;
  /** For the case's actions: null unless the case waits for an answer. */
  buttons: ReactNode;
  close: () => void;
}

/** The two answers to an open case, each with button and key; the page renders the dialog of the chosen one. */
export function useVerdict<Yes extends string, No extends string>(
  open: boolean,
  yes: Answer<Yes>,
  no: Answer<No>,
): Chosen<Yes | No> {
  const [verdict, setVerdict] = useState<Yes | No | null>(null);
  useHotkeys({ [yes.key]: () => setVerdict(yes.verdict), [no.key]: () => setVerdict(no.verdict) }, { enabled: open });
  return {
    verdict,
    buttons: open && (
      <>
        <Button hotkey={yes.key} onClick={() => setVerdict(yes.verdict)}>
          {yes.words}
        </Button>
        <Button variant="danger" hotkey={no.key} onClick={() => setVerdict(no.verdict)}>
          {no.words}
        </Button>
      </>
    ),
    close: () => setVerdict(null),
  };
}
