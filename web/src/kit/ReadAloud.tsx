import { useEffect, useState, useSyncExternalStore, type ReactElement } from "react";
import { Button } from "./Button.tsx";
import { chineseVoice, piecesOf, textOf } from "./read-aloud.ts";

interface ReadAloudProps {
  /** A selector of the part of the page that is read. */
  part?: string;
  label?: string;
  block?: boolean;
}

/** Slower than talk: who has it read to them listens to figures. */
const RATE = 0.9;

const speech = (): SpeechSynthesis | undefined =>
  typeof globalThis.speechSynthesis === "object" ? globalThis.speechSynthesis : undefined;

function onVoices(listener: () => void): () => void {
  speech()?.addEventListener?.("voiceschanged", listener);
  return () => speech()?.removeEventListener?.("voiceschanged", listener);
}

/** Reads the page aloud. Nothing is shown where the device has no Chinese voice. */
export function ReadAloud({ part = "main", label = "读给我听", block = false }: ReadAloudProps): ReactElement | null {
  const voice = useSyncExternalStore(
    onVoices,
    () => chineseVoice(speech()?.getVoices() ?? []),
    () => null,
  );
  const [reading, setReading] = useState(false);
  useEffect(() => () => speech()?.cancel(), []);
  if (voice === null) return null;

  function start(): void {
    const from = document.querySelector(part);
    const device = speech();
    if (from === null || device === undefined || voice === null) return;
    device.cancel();
    const pieces = piecesOf(textOf(from));
    for (const [index, piece] of pieces.entries()) {
      const spoken = new SpeechSynthesisUtterance(piece);
      spoken.voice = voice;
      spoken.lang = voice.lang;
      spoken.rate = RATE;
      if (index === pieces.length - 1) spoken.addEventListener("end", () => setReading(false));
      spoken.addEventListener("error", () => setReading(false));
      device.speak(spoken);
    }
    setReading(pieces.length > 0);
  }

  function stop(): void {
    speech()?.cancel();
    setReading(false);
  }

  return (
    <Button variant="secondary" icon="sound" block={block} aria-pressed={reading} onClick={reading ? stop : start}>
      {reading ? "别读了" : label}
    </Button>
  );
}
