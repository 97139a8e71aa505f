import { useEffect, useRef, useState, type ReactElement } from "react";
import type { Beat } from "./beat-collector.ts";
import { Button } from "../../kit/Button.tsx";
import { WatchedBar, type Interval } from "./WatchedBar.tsx";
import { formatSeconds } from "../../kit/format.ts";
import { Notice } from "../../kit/Notice.tsx";
import { PresenceCheck } from "./PresenceCheck.tsx";
import { Select } from "../../kit/Select.tsx";
import { useBeats } from "./use-beats.ts";
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
  /** The fastest allowed rate. */
  maxRate?: number;
  /** The server asks for presence: the video pauses until the answer. */
  check?: PlayerCheck | undefined;
  /** Set when another device has taken over: the video stops. */
  takenOver?: { onTakeBack: () => void } | undefined;
  /** The server takes no beats at present: the video stops. */
  halted?: boolean;
  captions?: string;
}

const rates = [0.75, 1, 1.25, 1.5, 2];

/** Video player with the bar of credited time. The server decides credit; this only reports and shows. */
export function VideoPlayer(props: VideoPlayerProps): ReactElement {
  const video = useRef<HTMLVideoElement>(null);
  const [position, setPosition] = useState(0);
  const [reached, setReached] = useState(props.furthest);
  const [playing, setPlaying] = useState(false);
  const [rate, setRate] = useState("1");
  useBeats(video, props.onBeat);
  const furthest = Math.max(reached, props.furthest);
  const stopped = props.check !== undefined || props.takenOver !== undefined;
  const held = stopped || props.halted === true;
  useEffect(() => {
    if (held) video.current?.pause();
  }, [held]);

  function onTime(): void {
    const element = video.current;
    if (element === null) return;
    if (element.seeking && element.currentTime > furthest + 1) element.currentTime = furthest;
    else if (!element.seeking) setReached((old) => Math.max(old, element.currentTime));
    setPosition(element.currentTime);
  }

  return (
    <div className="grid gap-3">
      <div className="grid overflow-hidden rounded-lg bg-ink *:col-start-1 *:row-start-1">
        <video
          ref={video}
          src={props.src}
          title={props.title}
          playsInline
          preload="metadata"
          className="aspect-video w-full self-center"
          onLoadedMetadata={(event) => {
            if (props.resumeAt !== undefined) event.currentTarget.currentTime = props.resumeAt;
          }}
          onTimeUpdate={onTime}
          onSeeking={onTime}
          onPlay={() => setPlaying(true)}
          onPause={() => setPlaying(false)}
          onEnded={() => props.onEnded?.()}
        >
          {props.captions !== undefined && <track kind="captions" src={props.captions} srcLang="zh" default />}
        </video>
        {stopped && (
          <div className="z-10 grid place-items-center bg-ink p-4 text-center text-white sm:p-6">
            <div
              role="alertdialog"
              aria-label="视频已暂停"
              className="grid w-full max-w-[26em] justify-items-center gap-4"
            >
              {props.check === undefined ? (
                <>
                  <p className="text-lg">您已在另一台设备上继续学习，这里先停下。</p>
                  <Button onClick={() => props.takenOver?.onTakeBack()}>改回在这里学</Button>
                </>
              ) : (
                <PresenceCheck check={props.check} />
              )}
            </div>
          </div>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button
          icon={playing ? "pause" : "play"}
          disabled={held}
          onClick={() => void (playing ? video.current?.pause() : video.current?.play())}
        >
          {playing ? "暂停" : position > 0 ? "继续播放" : "开始播放"}
        </Button>
        <Button
          variant="secondary"
          icon="left"
          disabled={held}
          onClick={() => {
            if (video.current !== null) video.current.currentTime = Math.max(0, video.current.currentTime - 10);
          }}
        >
          退 10 秒
        </Button>
        <Select
          aria-label="播放速度"
          className="w-[7em]"
          value={rate}
          onChange={(value) => {
            setRate(value);
            if (video.current !== null) video.current.playbackRate = Number(value);
          }}
          choices={rates
            .filter((one) => one <= (props.maxRate ?? 1.5))
            .map((one) => ({ value: String(one), label: `${one} 倍` }))}
        />
        <span className="num ml-auto text-ink-2">
          {formatSeconds(position)} / {formatSeconds(props.duration)}
        </span>
      </div>
      {/* The bar is as long as the seek bar, so that both line up. */}
      <label className="relative block before:absolute before:inset-x-0 before:top-1/2 before:h-1.5 before:-translate-y-1/2 before:rounded-full before:bg-line">
        <span className="sr-only">播放位置</span>
        <input
          type="range"
          min={0}
          max={Math.floor(furthest)}
          step={1}
          value={Math.floor(position)}
          aria-valuetext={`${formatSeconds(position)}，可拖到 ${formatSeconds(furthest)}`}
          className="relative block h-(--touch) min-w-(--touch) accent-accent"
          style={{ width: `${props.duration > 0 ? Math.max(4, (furthest / props.duration) * 100) : 100}%` }}
          onChange={(event) => {
            if (video.current !== null) video.current.currentTime = Number(event.target.value);
          }}
        />
      </label>
      <WatchedBar
        intervals={props.credited}
        duration={props.duration}
        position={position}
        unconfirmed={props.unconfirmed ?? 0}
      />
      {furthest < props.duration - 1 && <Notice>看过的部分可以来回看；没看过的部分要按顺序看，才会计入学时。</Notice>}
    </div>
  );
}
