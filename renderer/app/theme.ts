import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Around the NHS blue, #005EB8, which is the seventh. */
const blue: MantineColorsTuple = [
  '#e8f2fc',
  '#d0e3f6',
  '#a3c8ed',
  '#73abe3',
  '#4a91d9',
  '#1f78cb',
  '#005eb8',
  '#004f9e',
  '#003f80',
  '#002f62',
];
const red: MantineColorsTuple = [
  '#fdecea',
  '#f9d4d0',
  '#f2aba4',
  '#ea8279',
  '#e25c50',
  '#dc3e31',
  '#c9251b',
  '#b01e15',
  '#8f1a11',
  '#6e130c',
];

/** The fifth draws the borders of inputs: 3:1 against what they lie on. */
const gray: MantineColorsTuple = [
  '#f4f6f8',
  '#e9edf0',
  '#dde3e7',
  '#ccd4da',
  '#7d8c98',
  '#6f7f8b',
  '#5f707d',
  '#4c5d6a',
  '#36454f',
  '#212b32',
];
const dark: MantineColorsTuple = [
  '#e8edf0',
  '#cfd8de',
  '#aeb9c1',
  '#93a1ab',
  '#74838e',
  '#3a454d',
  '#232b31',
  '#1b2126',
  '#161b20',
  '#101417',
];
const readable = { description: { fontSize: '0.8125rem' }, error: { fontSize: '0.8125rem' } };

/**
 * Lists open beside their field, inside the page's landmarks, and the list itself scrolls: then screen readers find
 * it where it belongs.
 */
const list = {
  defaultProps: {
    withScrollArea: false,
    comboboxProps: { withinPortal: false },
    // The field moves through the list; Tab must not stop in it, for the list closes as the field is left.
    attributes: { options: { tabIndex: -1 } },
  },
  styles: { options: { maxHeight: 260, overflowY: 'auto' } },
} as const;

export const theme = createTheme({
  colors: { blue, red, gray, dark },
  primaryColor: 'blue',
  primaryShade: { light: 6, dark: 6 },
  fontFamily: 'Arial, "Helvetica Neue", "Liberation Sans", "Noto Sans", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace',
  headings: {
    fontFamily: 'Arial, "Helvetica Neue", "Liberation Sans", "Noto Sans", system-ui, sans-serif',
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    // Most are there from the start; the few that interrupt say so themselves.
    Alert: { defaultProps: { role: 'note' } },
    Select: list,
    MultiSelect: list,
    // In place, so that a tip lies in the landmark it speaks of.
    Tooltip: { defaultProps: { openDelay: 200, withinPortal: false, floatingStrategy: 'fixed' } },
    Modal: {
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        // A dialogue's head is not the page's banner.
        attributes: { header: { role: 'presentation' } },
      },
      styles: { title: { fontWeight: 700, fontSize: '1.0625rem' } },
    },
    Notification: { defaultProps: { withBorder: true } },
    Fieldset: { styles: { legend: { fontWeight: 700, fontSize: '1.0625rem', paddingInline: '0.375rem' } } },
    InputWrapper: { styles: readable },
    Radio: { styles: readable },
    Checkbox: { styles: readable },
  },
});

/** Mantine's quiet greys and reds fail 4.5:1 in places; these pass, in light and in dark. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#212b32',
    '--mantine-color-dimmed': '#4c6272',
    '--mantine-color-placeholder': '#5f7180',
    '--mantine-color-error': '#b01e15',
    '--mantine-color-anchor': '#005eb8',
    '--mantine-color-red-outline': '#b01e15',
    '--mantine-color-default-border': '#b4c0c8',
    '--waymark-focus': '#005eb8',
    '--waymark-canvas': '#f4f6f8',
    '--waymark-surface': '#ffffff',
  },
  dark: {
    '--mantine-color-placeholder': '#93a1ab',
    '--mantine-color-error': '#ff9a8f',
    '--mantine-color-anchor': '#8fc1f5',
    '--mantine-color-red-outline': '#ff9a8f',
    '--mantine-color-default-border': '#52606a',
    '--mantine-color-blue-light': '#12314f',
    '--mantine-color-blue-light-hover': '#183f66',
    '--mantine-color-blue-light-color': '#cfe3f8',
    '--waymark-focus': '#8fc1f5',
    '--waymark-canvas': '#14191d',
    '--waymark-surface': '#1b2126',
  },
});
