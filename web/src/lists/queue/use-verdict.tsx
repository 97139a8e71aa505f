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
  /** For the case's actions: nothing where the case waits for no answer. */
  buttons: ReactNode;
  close: () => void;
}

/** The two answers an open case waits for, each by its button and its key; the dialog of the one chosen is the page's. */
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
