import { useEffect, useState, type RefObject } from "react";

/**
 * Shows or hides the captions of a video. Returns the words of the moment, for where there is no picture to show them on; they are
 * read only while `asText`.
 */
export function useCaptions(
  video: RefObject<HTMLVideoElement | null>,
  source: string | undefined,
  { isOn, asText }: { isOn: boolean; asText: boolean },
): string {
  const [words, setWords] = useState("");
  useEffect(() => {
    const track = source === undefined ? undefined : video.current?.textTracks[0];
    if (track === undefined) return undefined;
    show(track, !isOn ? "disabled" : asText ? "hidden" : "showing");
    const onCue = (): void =>
      setWords(Array.from(track.activeCues ?? [], (cue) => (cue instanceof VTTCue ? cue.text : "")).join("\n"));
    onCue();
    track.addEventListener("cuechange", onCue);
    return () => track.removeEventListener("cuechange", onCue);
  }, [video, source, isOn, asText]);
  return isOn && asText ? words : "";
}

function show(track: TextTrack, mode: TextTrackMode): void {
  track.mode = mode;
}
