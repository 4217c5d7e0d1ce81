import { useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

/** Names of our editor themes, as GraphiQL is told them. */
export const EDITOR_THEMES = { light: 'sightline-light', dark: 'sightline-dark' } as const;

const FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";
const CLEAR = '#ffffff00';

/** The tokens of app/tokens.css as Monaco wants them: it reads no variables of CSS. */
const LOOKS = {
  light: {
    base: 'vs' as const,
    surface: '#ffffff',
    ink: '#16191d',
    dim: '#495057',
    link: '#3a48c4',
    wash: '#f2f4ff',
    border: '#dfe3e8',
    series: {
      field: '16191d',
      argument: '005a8c',
      type: '6c1d87',
      text: '7a4f00',
      number: '004747',
      comment: '5c636a',
    },
  },
  dark: {
    base: 'vs-dark' as const,
    surface: '#1a1b1e',
    ink: '#e9ecef',
    dim: '#adb5bd',
    link: '#a3baff',
    wash: '#1d2140',
    border: '#2f3238',
    series: {
      field: 'e9ecef',
      argument: '6cc0f5',
      type: 'd9a6e8',
      text: 'f5c04a',
      number: '7fd1c7',
      comment: 'a1a8b0',
    },
  },
};

/** Gives the editors our colours and our type, in the scheme of the page. */
export function useEditorLook(dark: boolean): void {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    if (!monaco) return undefined;
    for (const scheme of ['light', 'dark'] as const) {
      const { base, surface, ink, dim, link, wash, border, series } = LOOKS[scheme];
      monaco.editor.defineTheme(EDITOR_THEMES[scheme], {
        base,
        inherit: true,
        colors: {
          'editor.background': CLEAR,
          'editor.foreground': ink,
          'editorLineNumber.foreground': dim,
          'scrollbar.shadow': CLEAR,
          'textLink.foreground': link,
          'editorWidget.background': surface,
          'editorWidget.border': border,
          'editorHoverWidget.background': surface,
          'editorSuggestWidget.background': surface,
          'editorSuggestWidget.selectedBackground': wash,
          'editorSuggestWidget.selectedForeground': ink,
          'list.hoverBackground': wash,
          'list.highlightForeground': link,
          focusBorder: link,
        },
        rules: [
          { token: 'key.identifier.gql', foreground: series.field },
          { token: 'argument.identifier.gql', foreground: series.argument },
          { token: 'type.identifier.gql', foreground: series.type },
          { token: 'keyword', foreground: link.slice(1) },
          { token: 'string', foreground: series.text },
          { token: 'number', foreground: series.number },
          { token: 'comment', foreground: series.comment },
          { token: 'string.key.json', foreground: series.argument },
          { token: 'string.value.json', foreground: series.text },
          { token: 'keyword.json', foreground: series.type },
        ],
      });
    }
    const look = { fontFamily: FONT, fontSize: 13, wordWrap: 'on' as const };
    monaco.editor.getEditors().forEach((editor) => editor.updateOptions(look));
    const created = monaco.editor.onDidCreateEditor((editor) => editor.updateOptions(look));
    return () => created.dispose();
  }, [monaco]);
  useEffect(() => monaco?.editor.setTheme(EDITOR_THEMES[dark ? 'dark' : 'light']), [monaco, dark]);
}
