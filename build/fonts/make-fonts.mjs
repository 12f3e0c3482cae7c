// Makes the fonts of this folder from Debian's packages fonts-noto-core, fonts-droid-fallback and fonts-nanum. Run
// by hand, once:
//   node build/fonts/make-fonts.mjs [/usr/share/fonts/truetype]
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renameFont } from './rename-font.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const from = process.argv[2] ?? '/usr/share/fonts/truetype';

const scripts = [
  ...[
    'Arabic',
    'Hebrew',
    'Devanagari',
    'Bengali',
    'Gurmukhi',
    'Gujarati',
    'Oriya',
    'Tamil',
    'Telugu',
    'Kannada',
    'Malayalam',
  ],
  ...[
    'Sinhala',
    'Thai',
    'Lao',
    'Khmer',
    'Myanmar',
    'Georgian',
    'Armenian',
    'Ethiopic',
    'Thaana',
    'Math',
    'Symbols2',
  ],
];
const wanted = [
  ['noto/NotoSans-Regular.ttf', 'Waymark Sans', 'Regular'],
  ['noto/NotoSans-Bold.ttf', 'Waymark Sans', 'Bold'],
  ['noto/NotoSans-Italic.ttf', 'Waymark Sans', 'Italic'],
  ...scripts.map((script) => [`noto/NotoSans${script}-Regular.ttf`, `Waymark Sans ${script}`, 'Regular']),
  ['droid/DroidSansFallbackFull.ttf', 'Waymark Sans CJK', 'Regular'],
  ['nanum/NanumGothic.ttf', 'Waymark Sans Korean', 'Regular'],
];

for (const [source, family, style] of wanted) {
  const file = `${family.replaceAll(' ', '')}-${style}.ttf`;
  writeFileSync(join(here, file), renameFont(readFileSync(join(from, source)), family, style));
  console.log(file);
}
