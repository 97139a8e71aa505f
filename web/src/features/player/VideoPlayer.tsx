import { useEffect, useRef, useState, type ReactElement } from "react";
import type { Beat } from "./beat-collector.ts";
import { Button } from "../../kit/Button.tsx";
import { cx } from "../../kit/cx.ts";
import { WatchedBar, type Interval } from "./WatchedBar.tsx";
import { formatSeconds } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";
import { PlayerControls } from "./PlayerControls.tsx";
import { PlayerPicture } from "./PlayerPicture.tsx";
import { SeekBar } from "./SeekBar.tsx";
import { usePlayerSettings } from "./player-settings.ts";
import { useBeats } from "./use-beats.ts";
import { useCaptions } from "./use-captions.ts";
import { useFullScreen } from "./use-full-screen.ts";
import { usePlayerKeys } from "./use-player-keys.ts";
import type { PlayerCheck } from "./player-check.ts";

interface VideoPlayerProps {
  src: string;
  title: string;
  duration: number;
  /** Credited so far, from the server. */
  credited: readonly Interval[];
  /** Seconds of it that count only once the open question is answered. */
  unconfirmed?: number;
  /** Furthest point reached in seconds: seeking beyond it is blocked. */
  furthest: number;
  /** Reports what was played, about every ten seconds. */
  onBeat?: (beats: Beat[]) => void;
  onEnded?: () => void;
  /** Start position in seconds. */
  resumeAt?: number;
  /** Already watched to its end: nothing more counts, and all of it may be played fast. */
  completed?: boolean;
  /** The server asks for presence: the video pauses until the answer. */
  check?: PlayerCheck | undefined;
  /** Set when another device has taken over: the video stops. */
  takenOver?: { onTakeBack: () => void } | undefined;
  /** The server takes no beats at present: the video stops. */
  halted?: boolean;
  /** Address of the captions. */
  captions?: string;
}

/** A point of the video counts as new from this close to where the credit ends. */
const NEW_WITHIN_S = 0.5;
/** Steps back from which the way forward to the credited point is offered. */
const BEHIND_S = 3;

/** Video player with the bar of credited time. The server decides credit; this only reports and shows. */
export function VideoPlayer(props: VideoPlayerProps): ReactElement {
  const { completed = false } = props;
  const player = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [position, setPosition] = useState(0);
  const [reached, setReached] = useState(props.furthest);
  const [playing, setPlaying] = useState(false);
  const [rate, setRate] = useState(1);
  const [isHeldBack, setHeldBack] = useState(false);
  const [leftPage, setLeftPage] = useState(false);
  const [settings, changeSettings] = usePlayerSettings();
  const fullScreen = useFullScreen(player, video);
  const words = useCaptions(video, props.captions, { isOn: settings.captions, asText: settings.audioOnly });
  useBeats(video, props.onBeat, () => setLeftPage(true));
  const furthest = Math.max(reached, props.furthest);
  const held = props.check !== undefined || props.takenOver !== undefined || props.halted === true;
  const { leave } = fullScreen;
  useEffect(() => {
    if (!held) return;
    video.current?.pause();
    leave();
  }, [held, leave]);

  /** Time counts as long as it lasts, so the part that is new is never played faster: the rest of the lesson would be lost. */
  function keepPace(element: HTMLVideoElement, wanted: number): void {
    const isNew = !completed && element.currentTime >= props.furthest - NEW_WITHIN_S;
    const allowed = isNew ? Math.min(1, wanted) : wanted;
    if (element.playbackRate !== allowed) element.playbackRate = allowed;
    setHeldBack(allowed < wanted);
  }

  function onTime(): void {
    const element = video.current;
    if (element === null) return;
    if (element.seeking && element.currentTime > furthest + 1) element.currentTime = furthest;
    else if (!element.seeking) setReached((old) => Math.max(old, element.currentTime));
    keepPace(element, rate);
    setPosition(element.currentTime);
  }

  const acts = {
    toggle: () => {
      if (held) return;
      if (video.current?.paused === false) video.current.pause();
      else void video.current?.play().catch(() => undefined);
    },
    seekTo: (seconds: number) => {
      if (video.current !== null) video.current.currentTime = Math.min(furthest, Math.max(0, seconds));
    },
    seekBy: (seconds: number) => acts.seekTo((video.current?.currentTime ?? 0) + seconds),
    fullScreen: fullScreen.toggle,
    captions: () => changeSettings({ captions: !settings.captions }),
    mute: () => {
      if (video.current !== null) video.current.muted = !video.current.muted;
    },
  };
  usePlayerKeys(player, acts, held);

  return (
    <div
      ref={player}
      className={cx(fullScreen.isOn ? "flex h-full flex-col gap-2 overflow-y-auto bg-paper p-3" : "grid gap-3")}
    >
      <PlayerPicture
        title={props.title}
        fullScreen={fullScreen.isOn}
        audioOnly={settings.audioOnly}
        words={words}
        check={props.check}
        takenOver={props.takenOver}
      >
        <video
          ref={video}
          src={props.src}
          title={props.title}
          playsInline
          preload="metadata"
          className={cx("w-full self-center", fullScreen.isOn ? "h-full min-h-0 object-contain" : "aspect-video")}
          onClick={acts.toggle}
          onLoadedMetadata={(event) => {
            if (props.resumeAt !== undefined) event.currentTarget.currentTime = props.resumeAt;
          }}
          onTimeUpdate={onTime}
          onSeeking={onTime}
          onPlay={() => {
            setPlaying(true);
            setLeftPage(false);
          }}
          onPause={() => setPlaying(false)}
          onEnded={() => props.onEnded?.()}
        >
          {props.captions !== undefined && <track kind="captions" src={props.captions} srcLang="zh" label="字幕" />}
        </video>
      </PlayerPicture>
      {leftPage && !held && (
        <Notice tone="turn" title="您离开了这一页，视频先停下了">
          不在这一页时播放不计学时，已计入的都在。点“继续播放”接着学。
        </Notice>
      )}
      <PlayerControls
        playing={playing}
        disabled={held}
        position={position}
        duration={props.duration}
        rate={rate}
        onToggle={acts.toggle}
        onBack={() => acts.seekBy(-10)}
        onRate={(next) => {
          setRate(next);
          if (video.current !== null) keepPace(video.current, next);
        }}
        captions={props.captions === undefined ? undefined : { isOn: settings.captions, toggle: acts.captions }}
        audioOnly={{
          isOn: settings.audioOnly,
          toggle: () => changeSettings({ audioOnly: !settings.audioOnly }),
        }}
        fullScreen={fullScreen}
      />
      {rate > 1 && !completed && (
        <p role="status" className="text-sm text-ink-2">
          {isHeldBack
            ? "这里是新的部分，按 1 倍放：看多久计多久，快放不会多计。"
            : "已计入的部分可以快放；放到新的部分会自动改回 1 倍，快放不会多计学时。"}
        </p>
      )}
      <WatchedBar
        intervals={props.credited}
        duration={props.duration}
        unconfirmed={props.unconfirmed ?? 0}
        seek={<SeekBar position={position} furthest={furthest} duration={props.duration} onSeek={acts.seekTo} />}
      />
      {!completed && position < props.furthest - BEHIND_S && (
        <div>
          <Button variant="secondary" icon="arrow" disabled={held} onClick={() => acts.seekTo(props.furthest)}>
            回到已计入的位置 {formatSeconds(props.furthest)}
          </Button>
        </div>
      )}
      {furthest < props.duration - 1 && !fullScreen.isOn && (
        <Notice>看过的部分可以来回看；没看过的部分要按顺序看，才会计入学时。</Notice>
      )}
    </div>
  );
}
