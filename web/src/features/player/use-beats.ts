import { useEffect, useRef, type RefObject } from "react";
import { BeatCollector, type Beat } from "./beat-collector.ts";

/**
 * Watches a video element and reports played intervals about every `seconds`, and at once when it stops. Pauses it while the page is
 * hidden, since that time doesn't count, and says so by `onHidden`.
 */
export function useBeats(
  video: RefObject<HTMLVideoElement | null>,
  onBeat: ((beats: Beat[]) => void) | undefined,
  onHidden?: () => void,
  seconds = 10,
): void {
  const report = useRef(onBeat);
  const hidden = useRef(onHidden);
  useEffect(() => {
    report.current = onBeat;
    hidden.current = onHidden;
  });
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    const collector = new BeatCollector();
    const flush = () => {
      const beats = collector.take();
      if (beats.length > 0) report.current?.(beats);
    };
    const onTime = () => {
      if (!element.paused && !element.seeking) collector.at(element.currentTime, element.playbackRate, isVisible);
    };
    // Known for each moment: a glance elsewhere at the moment of a report mustn't void the whole stretch.
    let isVisible = document.visibilityState === "visible";
    const onVisibility = () => {
      onTime();
      isVisible = document.visibilityState === "visible";
      if (isVisible || element.paused) return;
      element.pause();
      hidden.current?.();
    };
    const onStop = () => {
      collector.stop();
      flush();
    };
    element.addEventListener("timeupdate", onTime);
    element.addEventListener("ratechange", onTime);
    for (const event of ["pause", "seeking", "ended"]) element.addEventListener(event, onStop);
    document.addEventListener("visibilitychange", onVisibility);
    addEventListener("pagehide", onStop);
    const timer = setInterval(flush, seconds * 1000);
    return () => {
      clearInterval(timer);
      onStop();
      element.removeEventListener("timeupdate", onTime);
      element.removeEventListener("ratechange", onTime);
      for (const event of ["pause", "seeking", "ended"]) element.removeEventListener(event, onStop);
      document.removeEventListener("visibilitychange", onVisibility);
      removeEventListener("pagehide", onStop);
    };
  }, [video, seconds]);
}
