import type { ReactElement } from "react";
import { Button } from "../../kit/Button.tsx";
import { cx } from "../../kit/cx.ts";
import { formatSeconds } from "../../kit/format.ts";
import { Icon, type IconName } from "../../kit/Icon.tsx";
import { Select } from "../../kit/Select.tsx";

const RATES = [0.75, 1, 1.25, 1.5, 2];

interface PlayerControlsProps {
  playing: boolean;
  disabled: boolean;
  position: number;
  duration: number;
  rate: number;
  onToggle: () => void;
  onBack: () => void;
  onRate: (rate: number) => void;
  /** Undefined where the video has none. */
  captions: { isOn: boolean; toggle: () => void } | undefined;
  audioOnly: { isOn: boolean; toggle: () => void };
  fullScreen: { isOn: boolean; toggle: () => void };
}

/** Buttons under the picture, each large enough for a thumb. */
export function PlayerControls(props: PlayerControlsProps): ReactElement {
  const { playing, disabled, position, duration, captions, audioOnly, fullScreen } = props;
  return (
    <div className="flex flex-wrap items-center gap-2 sm:gap-3">
      <Button icon={playing ? "pause" : "play"} disabled={disabled} onClick={props.onToggle}>
        {playing ? "暂停" : position > 0 ? "继续播放" : "开始播放"}
      </Button>
      <Button variant="secondary" icon="left" disabled={disabled} onClick={props.onBack}>
        退 10 秒
      </Button>
      <span className="num ml-auto text-ink-2">
        {formatSeconds(position)} / {formatSeconds(duration)}
      </span>
      <div className="flex w-full flex-wrap items-center gap-1.5 sm:gap-3">
        <Select
          aria-label="播放速度"
          className="w-[5.75em] sm:w-[7em]"
          value={String(props.rate)}
          onChange={(value) => props.onRate(Number(value))}
          choices={RATES.map((one) => ({ value: String(one), label: `${one} 倍` }))}
        />
        {captions !== undefined && (
          <Switch icon="captions" word="字幕" hotkey="c" isOn={captions.isOn} onClick={captions.toggle} />
        )}
        <Switch icon="sound" word="只听" isOn={audioOnly.isOn} onClick={audioOnly.toggle} />
        <Switch icon="fullscreen" word="全屏" hotkey="f" isOn={fullScreen.isOn} onClick={fullScreen.toggle} />
      </div>
    </div>
  );
}

interface SwitchProps {
  icon: IconName;
  word: string;
  hotkey?: string;
  isOn: boolean;
  onClick: () => void;
}

function Switch({ icon, word, hotkey, isOn, onClick }: SwitchProps): ReactElement {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      {...(hotkey === undefined ? {} : { "aria-keyshortcuts": hotkey })}
      onClick={onClick}
      className={cx(
        "inline-flex min-h-(--touch) items-center gap-1.5 rounded-md border px-2 sm:px-3",
        isOn
          ? "border-accent bg-accent-soft font-medium text-accent"
          : "border-line-strong bg-sheet hover:border-accent",
      )}
    >
      <Icon name={icon} />
      {word}
    </button>
  );
}
