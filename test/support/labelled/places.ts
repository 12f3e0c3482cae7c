import { type Chance, mark } from './page.ts';
import { fullName, surname } from './people.ts';

const towns = ['Otley', 'Wrexham', 'Camberwell', 'Paisley', 'Lisburn', 'Truro', 'Gateshead', 'Ely'];
const streets = [
  'Larkspur Close', 'Canal Street', 'Upper Mill Lane', 'St Cuthbert’s Road', 'Brunswick Terrace', 'Kestrel Drive',
  'The Crescent', 'Victoria Avenue', 'Station Rd', 'Old Kiln Way', 'Priory Gardens', 'Marlborough Sq', 'Cwrt Y Parc',
  'Broomhill', 'High Street North', 'Ashdown Mews', 'Queen’s Park Ave', 'Tithe Barn Court',
]; // biome-ignore format: a list
export const street = (by: Chance) =>
  mark(
    'street-address',
    by.pick([
      () => `${1 + by.below(180)} ${by.pick(streets)}`,
      () => `${1 + by.below(60)}${by.pick(['a', 'B'])} ${by.pick(streets)}`,
      () => `Flat ${1 + by.below(30)}, ${1 + by.below(90)} ${by.pick(streets)}`,
      () => `${1 + by.below(180)}, ${by.pick(streets)}`,
      () => `${by.pick(['Rose Cottage', 'The Old Rectory'])}, ${by.pick(streets)}`,
    ])(),
  );
const areas = ['LS', 'LL', 'SE', 'PA', 'BT', 'TR', 'NE', 'CB', 'M', 'B', 'EC', 'W', 'N', 'DN', 'SA'];
export const plainPostcode = (by: Chance) => {
  const area = by.pick(areas);
  const district = area === 'EC' ? `${1 + by.below(4)}A` : String(1 + by.below(19));
  const letters = 'ABDEFGHJLNPQRSTUWXYZ';
  return `${area}${district} ${by.below(10)}${by.pick([...letters])}${by.pick([...letters])}`;
};
export const postcode = (by: Chance) =>
  mark(
    'postcode',
    by.pick([
      (code: string) => code,
      (code: string) => code.replace(' ', ''),
      (code: string) => code,
      (code: string) => code.toLowerCase(),
    ])(plainPostcode(by)),
  );
export const address = (by: Chance, gap = '\n') =>
  [street(by), by.pick(towns), postcode(by)].join(by.pick([gap, ', ']));

export const phone = (by: Chance) =>
  mark(
    'phone',
    by.pick([
      () => `07${by.digits(3)} ${by.digits(6)}`,
      () => `07${by.digits(9)}`,
      () => `+44 7${by.digits(3)} ${by.digits(6)}`,
      () => `+44 (0)113 ${by.digits(3)} ${by.digits(4)}`,
      () => `0113 ${by.digits(3)} ${by.digits(4)}`,
      () => `(01632) 960${by.digits(3)}`,
      () => `020 7${by.digits(3)} ${by.digits(4)}`,
      () => `07${by.digits(3)}-${by.digits(3)}-${by.digits(3)}`,
      () => `01632 960 ${by.digits(3)}`,
      () => `0044 7${by.digits(9)}`,
    ])(),
  );
const plain = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
export const email = (by: Chance) =>
  mark(
    'email',
    by.pick([
      () => `${plain(surname(by))}${by.digits(2)}@gmail.example`,
      () => `${plain(fullName(by))}@hotmail.example`,
      () => `${plain(surname(by))}.family@btinternet.example`,
      () => `j_${plain(surname(by))}@mail.example.org`,
    ])(),
  );
export const staffEmail = (by: Chance) =>
  mark(
    'email',
    `${plain(surname(by))}.${plain(surname(by))}@${by.pick(['nhs.net', 'northmoor.nhs.uk', 'wales.nhs.uk'])}`,
  );

/** A hospital's own number with the words it stands behind. */
export const hospitalNumber = (by: Chance) => {
  const number = by.pick([
    () => by.digits(7),
    () => `${by.pick(['K', 'M', 'A'])}${by.digits(6)}`,
    () => `RX${by.digits(6)}`,
    () => `${by.digits(6)}/${by.digits(1)}`,
    () => `T${by.digits(7)}`,
    () => `${by.digits(3)} ${by.digits(4)}`,
    () => `NM-${by.digits(6)}`,
  ])();
  const label = by.pick([
    'Hospital No:',
    'Hosp No',
    'MRN',
    'MRN:',
    'Unit Number',
    'Unit no.',
    'K number',
    'PAS No:',
    'CRN',
    'Hospital number',
    'Patient ID:',
    'Casenote No.',
    'Hosp. no:',
    'District No',
  ]);
  return `${label} ${mark('hospital-number', number)}`;
};
export const letterReference = (by: Chance) => {
  const [label, value] = by.pick([
    () => ['Our ref:', `${by.pick(['JB', 'AOH', 'CMF'])}/${by.pick(['sec', 'lm', 'kt'])}/${by.digits(6)}`],
    () => ['Our Ref', `NM/${by.digits(4)}/${by.digits(2)}`],
    () => ['Your ref:', `GP-${by.digits(5)}`],
    () => ['Ref:', `CLIN-${by.digits(7)}`],
    () => ['Accession number:', `RXN${by.digits(9)}`],
    () => ['Accession No.', by.digits(8)],
    () => ['Lab no', `${by.digits(2)}H${by.digits(6)}`],
    () => ['Reference number:', `${by.digits(4)}-${by.digits(4)}`],
  ])();
  return `${label} ${mark('letter-reference', value ?? '')}`;
};
