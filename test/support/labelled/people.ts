import { type Chance, mark } from './page.ts';

/** The doctor whose portfolio the pages would be in (invented). */
export const applicant = { name: 'Amara Okonkwo-Hale', gmcNumber: '7345128' };
export const employer = 'Northmoor University Hospitals NHS Foundation Trust';

const givenNames = [
  'Margaret', 'Doreen', 'Jean', 'Arthur', 'Stanley', 'Priya', 'Mohammed', 'Fatima', 'Siân', 'Łukasz', 'Chidi',
  'Niamh', 'Wojciech', 'Gurpreet', 'Thuy', 'Kwame', 'Beryl', 'Ivor', 'Olena', 'Xiu Mei', 'Jean-Paul', 'Aoife',
  'Desmond', 'Shanelle', 'Harold', 'Zainab',
]; // biome-ignore format: a list
const surnames = [
  'Pemberton', "O'Sullivan", 'Blackwood', 'Ramaswamy', 'Al-Rashid', 'Kowalczyk', 'Thistlethwaite', 'Adeyemi',
  'Nguyen', 'van der Berg', 'MacGregor', 'Singh', 'Hussain', 'Llewellyn-Jones', 'Featherstone', 'Oyelaran',
  'D’Souza', 'Brennan', 'Cholmondeley', 'Ng', 'Petrenko', 'Ali', 'St John', 'McAllister', 'Whitby', 'Crane',
]; // biome-ignore format: a list
const doctorSurnames = [
  'Ferreira',
  'Banerjee',
  'Holloway',
  'Mensah',
  'Whitcombe',
  'Iqbal',
  'Nakamura',
  'Prentice',
];

export const givenName = (by: Chance) => by.pick(givenNames);
export const surname = (by: Chance) => by.pick(surnames);
export const fullName = (by: Chance) => `${givenName(by)} ${surname(by)}`;
export const doctorName = (by: Chance) => by.pick(doctorSurnames);
export const courtesy = (by: Chance) => by.pick(['Mr', 'Mrs', 'Ms', 'Miss', 'Mr.', 'Mrs.', 'Master']);

/** A patient's name with a title, as letters write it. */
export const titledName = (by: Chance) =>
  by.pick([
    () => `${courtesy(by)} ${fullName(by)}`,
    () => `${courtesy(by)} ${surname(by)}`,
    () => `${courtesy(by)} ${by.pick(['J', 'A', 'M.', 'R. T.'])} ${surname(by)}`,
    () => `${courtesy(by).toUpperCase()} ${fullName(by).toUpperCase()}`,
  ])();
/** A patient's name as a label or a table has it. */
export const plainName = (by: Chance) =>
  by.pick([
    () => fullName(by),
    () => `${surname(by).toUpperCase()}, ${givenName(by)}`,
    () => `${surname(by)}, ${givenName(by)}`,
    () => `${surname(by).toUpperCase()}, ${givenName(by)} (${courtesy(by)})`,
    () => fullName(by).toUpperCase(),
  ])();

const checked = (nine: string): string | undefined => {
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return undefined;
  return `${nine}${check === 11 ? 0 : check}`;
};
/** Ten digits with a right check digit, from the ranges that are issued. */
export function nhsDigits(by: Chance): string {
  for (;;) {
    const number = checked(`${by.pick(['4', '6', '7', '9', '32'])}${by.digits(9)}`.slice(0, 9));
    if (number !== undefined && new Set(number).size > 1) return number;
  }
}
export function chiDigits(by: Chance): string {
  for (;;) {
    const day = String(1 + by.below(28)).padStart(2, '0');
    const month = String(1 + by.below(12)).padStart(2, '0');
    const number = checked(`${day}${month}${String(30 + by.below(69))}${by.digits(3)}`);
    if (number !== undefined) return number;
  }
}

const inGroups = (number: string, gap: string) =>
  `${number.slice(0, 3)}${gap}${number.slice(3, 6)}${gap}${number.slice(6)}`;
export function nhsNumber(by: Chance): string {
  const number = nhsDigits(by);
  return mark(
    'nhs-number',
    by.pick([
      number,
      inGroups(number, ' '),
      inGroups(number, '-'),
      inGroups(number, ' '),
      inGroups(number, ' – '),
      inGroups(number, '\u00a0'),
      `${number.slice(0, 3)} ${number.slice(3, 6)}\n${number.slice(6)}`,
      `${number.slice(0, 6)}\n${number.slice(6)}`,
      [...number].join(' '),
    ]),
  );
}
export const chiNumber = (by: Chance) => {
  const number = chiDigits(by);
  return mark(
    'chi-number',
    by.pick([number, `${number.slice(0, 6)} ${number.slice(6)}`, inGroups(number, ' ')]),
  );
};

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // biome-ignore format: a list
/** A day in one of the ways a hospital writes it. */
export function day(by: Chance, from: number, years: number): string {
  const [d, m, y] = [1 + by.below(28), by.below(12), from + by.below(years)];
  const two = (value: number) => String(value).padStart(2, '0');
  const month = months[m] ?? 'May';
  return by.pick([
    `${two(d)}/${two(m + 1)}/${y}`,
    `${two(d)}.${two(m + 1)}.${y}`,
    `${two(d)}-${month.slice(0, 3)}-${y}`,
    `${d} ${month} ${y}`,
    `${d}${d === 1 || d === 21 ? 'st' : d === 2 || d === 22 ? 'nd' : d === 3 || d === 23 ? 'rd' : 'th'} ${month} ${y}`,
    `${y}-${two(m + 1)}-${two(d)}`,
    `${two(d)}/${two(m + 1)}/${String(y).slice(2)}`,
  ]);
}
export const bornOn = (by: Chance) => mark('date-of-birth', day(by, 1931, 80));
export const seenOn = (by: Chance) => day(by, 2019, 6);
