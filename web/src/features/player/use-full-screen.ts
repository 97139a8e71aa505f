import { useCallback, useEffect, useState, type RefObject } from "react";

/** The iPhone has full screen for the video alone, under names of its own. */
interface PhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
  webkitExitFullscreen?: () => void;
}

/**
 * Full screen of the whole player, so that its controls and the question whether one is there stay on it. Null where the device has
 * none. Left by `leave`, before a question on a phone that can only enlarge the picture.
 */
export function useFullScreen(
  player: RefObject<HTMLElement | null>,
  video: RefObject<HTMLVideoElement | null>,
): { isOn: boolean; toggle: () => void; leave: () => void } {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const onChange = (): void => setOn(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, []);
  const toggle = useCallback((): void => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    else if (player.current?.requestFullscreen) player.current.requestFullscreen().catch(() => undefined);
    else (video.current as PhoneVideo | null)?.webkitEnterFullscreen?.();
  }, [player, video]);
  const leave = useCallback((): void => {
    (video.current as PhoneVideo | null)?.webkitExitFullscreen?.();
  }, [video]);
  return { isOn, toggle, leave };
}
