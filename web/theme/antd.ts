import { theme, type ThemeConfig } from 'antd';
import { FONT, type Palette } from './tokens.ts';

/** Ant Design dressed in the page's own tokens; `dark` chooses how it derives the colours that are not named here. */
export function antdTheme(palette: Palette, dark: boolean): ThemeConfig {
  return {
    algorithm: [
      dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
      (_, map) => ({ ...map!, ...lotus(palette, dark) }),
    ],
    token: {
      colorPrimary: palette.lotus,
      colorLink: palette.lotus,
      colorInfo: palette.lotus,
      colorError: palette['slip-red'],
      colorWarning: palette['slip-yellow'],
      colorSuccess: palette['slip-green'],
      colorText: palette.ink,
      colorTextSecondary: palette['ink-2'],
      colorTextTertiary: palette['ink-3'],
      colorTextPlaceholder: palette['ink-3'],
      colorTextDescription: palette['ink-2'],
      colorBgBase: palette.surface,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.surface,
      colorBgLayout: palette.paper,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      colorTextLightSolid: palette['on-lotus'],
      fontFamily: FONT,
      fontSize: 14,
      borderRadius: 6,
      controlHeight: 32,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
        defaultBorderColor: palette.line,
        defaultColor: palette.ink,
      },
      Select: { optionSelectedBg: palette['lotus-wash'], optionActiveBg: palette.hover },
    },
  };
}

/** The accent as it is written in the tokens: the algorithms would shade it, and with it the contrast that was computed. */
function lotus(palette: Palette, dark: boolean): Record<string, string> {
  const near = dark ? '#74D0BD' : '#0C5A4D';
  return {
    colorPrimary: palette.lotus,
    colorPrimaryHover: near,
    colorPrimaryActive: near,
    colorPrimaryBorder: palette.lotus,
    colorPrimaryBorderHover: near,
    colorPrimaryText: palette.lotus,
    colorPrimaryTextHover: near,
    colorPrimaryTextActive: near,
    colorPrimaryBg: palette['lotus-wash'],
    colorPrimaryBgHover: palette['lotus-wash'],
    colorLink: palette.lotus,
    colorLinkHover: near,
    colorLinkActive: near,
  };
}
