import { theme, type ThemeConfig } from "antd";
import { readToken } from "../tokens.ts";

/** The staff components' theme, made from the same tokens as everything else. */
export function staffTheme(): ThemeConfig {
  const ink = readToken("color-ink");
  const accent = readToken("color-accent");
  return {
    algorithm: [theme.defaultAlgorithm, theme.compactAlgorithm],
    token: {
      colorPrimary: accent,
      colorInfo: accent,
      colorSuccess: accent,
      colorLink: accent,
      colorWarning: readToken("color-turn"),
      colorError: readToken("color-refuse"),
      colorTextBase: ink,
      colorBgBase: readToken("color-sheet"),
      colorBgLayout: readToken("color-paper"),
      colorBorder: readToken("color-line-strong"),
      colorBorderSecondary: readToken("color-line"),
      colorTextPlaceholder: readToken("color-ink-3"),
      colorTextDescription: readToken("color-ink-2"),
      fontFamily: readToken("font-sans"),
      fontSize: 14,
      controlHeight: 32,
      borderRadius: 4,
      borderRadiusSM: 2,
      borderRadiusLG: 6,
      boxShadow: readToken("shadow-float"),
      boxShadowSecondary: readToken("shadow-float"),
      lineWidthFocus: 3,
      motion: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    },
  };
}
