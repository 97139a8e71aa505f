import { useState } from "react";

/** How a person likes to watch; kept on the device. */
export interface PlayerSettings {
  captions: boolean;
  audioOnly: boolean;
}

const KEY = "jinengtong.player";
const USUAL: PlayerSettings = { captions: true, audioOnly: false };

function read(): PlayerSettings {
  try {
    return { ...USUAL, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<PlayerSettings>) };
  } catch {
    return USUAL;
  }
}

/** The settings, and a change of them. A full disk keeps none of it, and the player goes on. */
export function usePlayerSettings(): [PlayerSettings, (change: Partial<PlayerSettings>) => void] {
  const [settings, setSettings] = useState(read);
  const change = (part: Partial<PlayerSettings>): void => {
    const next = { ...settings, ...part };
    setSettings(next);
    try {
      localStorage.setItem(KEY, JSON.stringify(next));
    } catch {
      // The choice holds for this visit.
    }
  };
  return [settings, change];
}
