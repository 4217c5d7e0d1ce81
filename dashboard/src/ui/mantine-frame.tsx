import { MantineProvider, createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import type { ReactNode } from 'react';
import { useDark } from './color-scheme';

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

const theme = createTheme({
  primaryColor: 'indigo',
  colors: { indigo },
  primaryShade: 6,
  fontFamily: 'inherit',
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
});

/** Mantine's own dimmed text fails WCAG AA (3.3:1); everything else follows our tokens. */
const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-dimmed': 'var(--sl-dim)',
    '--mantine-color-body': 'var(--sl-surface)',
    '--mantine-color-text': 'var(--sl-ink)',
  },
  light: {},
  dark: {},
});

/**
 * What Mantine's drawer and dialog need around them. They are loaded when first opened, and so is this: the first load
 * stays within its budget because nothing in it knows Mantine.
 */
export function MantineFrame({ children }: { children: ReactNode }): ReactNode {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={useDark() ? 'dark' : 'light'}>
      {children}
    </MantineProvider>
  );
}
