import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one colour of interaction. Shade 6 is the brand; 3 is its text on dark. */
const indigo: MantineColorsTuple = [
  '#EEF0FF',
  '#DDE1FE',
  '#C3CBFD',
  '#A3BAFF',
  '#7F8DF2',
  '#5D6BE8',
  '#4656E0',
  '#3A48C4',
  '#303CA5',
  '#262F82',
];

export const theme = createTheme({
  primaryColor: 'indigo',
  colors: { indigo },
  primaryShade: 6,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
});

/** Mantine's own dimmed text fails WCAG AA (3.3:1); everything else follows our tokens. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#5C636A',
    '--mantine-color-body': '#F6F7F9',
    '--mantine-color-text': '#16191D',
    '--mantine-color-default-border': '#D5DAE0',
  },
  dark: {
    '--mantine-color-dimmed': '#ADB5BD',
    '--mantine-color-placeholder': '#A1A8B0',
    '--mantine-color-body': '#121316',
    '--mantine-color-text': '#E9ECEF',
    '--mantine-color-default': '#1F2125',
    '--mantine-color-default-border': '#3A3E45',
  },
});
