import { type Chance, mark } from './page.ts';
import { bornOn, chiDigits, day, fullName, nhsDigits, seenOn, surname } from './people.ts';
import { phone, postcode, street } from './places.ts';

/** What a text layer makes of print: noughts and O, ones and l, fives and S, eights and B. */
function misread(by: Chance, number: string): string {
  const likes: Readonly<Record<string, string>> = { '0': 'O', '1': 'l', '5': 'S', '8': 'B' };
  const worth = [...number].flatMap((digit, at) => (digit in likes ? [at] : []));
  if (worth.length === 0) return number;
  const at = by.pick(worth);
  return `${number.slice(0, at)}${likes[number[at] ?? ''] ?? ''}${number.slice(at + 1)}`;
}
const grouped = (number: string) => `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`;
const readable = (by: Chance): string => {
  for (;;) {
    const number = nhsDigits(by);
    if (/[0158]/.test(number)) return number;
  }
};

export const scannedSheet = (by: Chance) => `N0RTHM00R GENERAL H0SPITAL        AFFIX LABEL
NHS N0. ${mark('nhs-number-misread', grouped(misread(by, readable(by))))}
Su rname ${mark('name', surname(by).toUpperCase())}
D0B ${bornOn(by)}
Ward l4   C0nsu1tant  ${mark('colleague', 'Dr Ho1loway')}
T 37.2   P 88   BP l32/76   RR l8   Sats 96% RA
PC: c/o SOB 3/7, prod. cough green sputum. PMH: T2DM, HTN. DH: metformin 5OOmg BD`;

export const scannedLetter = (by: Chance) => `Scanned  ${seenOn(by)}   Page l of 2

NHS Number:${mark('nhs-number', grouped(nhsDigits(by)))}Name:${mark('name', fullName(by))}
Address:${street(by)}
${postcode(by)}Tel:${phone(by)}

I reviewed this lady on the ward round today.She remains breathless on minimal exertion.Chest clear.
Plan:continue diuretics,daily weights,repeat U&Es.`;

export const labelSheet = (by: Chance) =>
  Array.from(
    { length: 4 },
    () => `${mark('name', `${surname(by).toUpperCase()}, ${by.pick(['Ann', 'Omar', 'Ruth'])}`)}
${mark('nhs-number', by.pick([grouped, (number: string) => number])(nhsDigits(by)))}  ${bornOn(by)}`,
  ).join('\n\n');

export const scottishScan = (by: Chance) => {
  const chi = chiDigits(by);
  return `NHS Northern Isles
CHI ${mark('chi-number', by.pick([chi, `${chi.slice(0, 6)} ${chi.slice(6)}`]))}  ${mark('name', `MRS ${fullName(by).toUpperCase()}`)}
Seen at home ${day(by, 2021, 3)}. ${mark('street-address', `${1 + by.below(40)} Harbour Street`)}, Stromness ${mark('postcode', `KW${16 + by.below(2)} 3B${by.pick(['A', 'Y'])}`)}
BP 156/82. Continue ramipril.`;
};

export const formBoxes = (by: Chance) => `Form 4 (version 2.1)
NHS NUMBER
${mark('nhs-number', [...nhsDigits(by)].join(' '))}
FAMILY NAME
${mark('name', surname(by).toUpperCase())}
TODAY'S DATE  ${seenOn(by)}
I agree to the procedure described above. Signature ................`;
