import type { ReactElement } from "react";
import { cx } from "./cx.ts";

/** Line icons on a 24-unit grid, drawn for this product. */
const drawings = {
  home: "M4 11.5 12 5l8 6.5M6 10v9.5h12V10M10 19.5v-5h4v5",
  class: "M4 6.5h16v11H4zM4 10h16M8 4.5v3.5M16 4.5v3.5M8 13.5h3M8 15.5h6",
  hours: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 7.5V12l3 2",
  file: "M6.5 3.5h8l3.5 3.5v13.5h-11.5zM14 3.5V7.5h4M9 12h6M9 15.5h6",
  certificate: "M4 5h16v10.5H4zM7.5 8.5h9M7.5 11.5h5M14.5 15.5v5l2-1.4 2 1.4v-5",
  money: "M7 5l5 6 5-6M12 11v8M8 13h8M8 16h8",
  claim: "M5 4.5h14v15l-2.4-1.5-2.3 1.5-2.3-1.5-2.3 1.5L7.4 18 5 19.5zM9 9h6M9 12.5h6",
  search: "M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15 15l5 5",
  person: "M12 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 19.5c.6-3.6 3.3-5.5 7-5.5s6.4 1.9 7 5.5",
  people:
    "M9 5.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM3.5 18.5c.4-3 2.5-4.5 5.5-4.5s5.1 1.5 5.5 4.5M15.5 6a2.8 2.8 0 0 1 0 5.5M17 14.2c2 .5 3.2 1.9 3.5 4.3",
  building: "M5 20V5.5h9V20M14 10h5v10M3.5 20h17M8 9h3M8 12.5h3M8 16h3",
  scan: "M4.5 8.5v-4h4M15.5 4.5h4v4M19.5 15.5v4h-4M8.5 19.5h-4v-4M4.5 12h15",
  qr: "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h2.5v2.5M19.5 13.5v6h-6v-1.5M17 17h2.5",
  upload: "M12 15.5V5M8 8.5 12 4.5l4 4M5 15.5v4h14v-4",
  download: "M12 4.5V15M8 11.5l4 4 4-4M5 15.5v4h14v-4",
  print: "M7 8.5v-4h10v4M7 16.5H4.5v-8h15v8H17M7 14h10v5.5H7z",
  check: "M5 12.5 10 17.5 19.5 7",
  cross: "M6 6l12 12M18 6 6 18",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  right: "M9 5.5 15.5 12 9 18.5",
  left: "M15 5.5 8.5 12 15 18.5",
  down: "M5.5 9 12 15.5 18.5 9",
  up: "M5.5 15 12 8.5l6.5 6.5",
  arrow: "M4.5 12h14.5M13 6l6 6-6 6",
  sort: "M8 5v14M8 19l-3-3M8 19l3-3M16 19V5M16 5l-3 3M16 5l3 3",
  filter: "M4.5 6h15M7.5 12h9M10.5 18h3",
  columns: "M4.5 5h15v14h-15zM9.5 5v14M14.5 5v14",
  warning: "M12 4.5 20.5 19h-17zM12 10v4.5M12 16.5v.5",
  info: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 11v5M12 8v.5",
  eye: "M3.5 12c2-3.7 4.9-5.5 8.5-5.5s6.5 1.8 8.5 5.5c-2 3.7-4.9 5.5-8.5 5.5S5.5 15.7 3.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
  lock: "M6 10.5h12v9H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5",
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8.5 5.5v13M15.5 5.5v13",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 7.5V12l3 2",
  menu: "M4.5 7h15M4.5 12h15M4.5 17h15",
  exit: "M13.5 5h-8v14h8M10.5 12h9.5M16.5 8.5 20 12l-3.5 3.5",
  chart: "M4.5 4.5v15h15M8.5 16v-4M12.5 16V8M16.5 16v-6",
  table: "M4.5 5.5h15v13h-15zM4.5 10h15M4.5 14.2h15M10 10v8.5",
  link: "M10 14l4-4M8.5 11.5 6.5 13.5a3 3 0 0 0 4 4l2-2M15.5 12.5l2-2a3 3 0 0 0-4-4l-2 2",
  phone: "M7.5 3.5h9v17h-9zM11 17.5h2",
  text: "M5 6.5h14M12 6.5V19M9.5 19h5",
  refresh: "M19 12a7 7 0 1 1-2-5M19 4.5V8h-3.5",
  history: "M5 12a7 7 0 1 0 2-5M5 4.5V8h3.5M12 8.5V12l2.5 2",
  message: "M4 6h16v12H4zM4.5 7l7.5 6 7.5-6",
  settings:
    "M4.5 8h9M17.5 8h2M4.5 16h2M10.5 16h9M13.5 8a2 2 0 1 0 4 0 2 2 0 0 0-4 0zM6.5 16a2 2 0 1 0 4 0 2 2 0 0 0-4 0z",
  captions: "M4 5.5h16v13H4zM7.5 12.5h3M12.5 12.5h4M7.5 15.5h6M15.5 15.5h1",
  fullscreen: "M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15",
  sound: "M4.5 9.5v5h3.5l4.5 4v-13l-4.5 4zM15.5 9.5a4 4 0 0 1 0 5M17.8 7a7.5 7.5 0 0 1 0 10",
  moon: "M19 14.5A7.8 7.8 0 0 1 9.5 5 7.8 7.8 0 1 0 19 14.5z",
  flag: "M6 20.5v-16h11.5l-2.5 4 2.5 4H6",
} as const;

export type IconName = keyof typeof drawings;
export const iconNames = Object.keys(drawings) as readonly IconName[];

/** A line icon. Decorative by default; give `label` where it stands alone. */
export function Icon({
  name,
  size = "1.25em",
  label,
  className,
}: {
  name: IconName;
  size?: string | number;
  label?: string;
  className?: string;
}): ReactElement {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={cx("inline-block shrink-0", className)}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      <path d={drawings[name]} />
    </svg>
  );
}
