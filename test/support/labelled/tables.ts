import { type Chance, mark } from './page.ts';
import { bornOn, day, doctorName, fullName, nhsNumber, plainName, seenOn, surname } from './people.ts';
import { phone, plainPostcode } from './places.ts';

const rows = (count: number, row: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => row(at + 1)).join('\n');
const procedures = [
  'Chest drain',
  'Lumbar puncture',
  'Central line',
  'Bronchoscopy',
  'Pleural USS',
  'Ascitic tap',
];

export const logbookWithNumbers = (
  by: Chance,
) => `PROCEDURE LOGBOOK   Trainee: AOH      page ${1 + by.below(9)}
No  Date        Hosp No     Age/Sex  Procedure          Role
${rows(9, (at) => `${at}   ${day(by, 2021, 3)}  ${mark('hospital-number', by.pick([() => `K${by.digits(6)}`, () => by.digits(7), () => `M${by.digits(6)}`])())}   ${30 + by.below(60)}${by.pick(['M', 'F'])}   ${by.pick(procedures)}   ${by.pick(['S', 'P', 'A'])}`)}
Total this page: 9   Running total 1${by.digits(2)}`;

export const logbookWithNhs = (by: Chance) => `Date;NHS number;Procedure;Supervisor;Complication
${rows(8, () => `${day(by, 2021, 3)};${nhsNumber(by)};${by.pick(procedures)};${mark('colleague', `Dr ${doctorName(by)}`)};none`)}`;

export const logbookWithInitials = (by: Chance) => `Logbook of supervised clinics
Patient          DOB          Problem                          Outcome
${rows(7, () => `${mark('name', `${surname(by).toUpperCase()}, ${by.pick(['J', 'A', 'K', 'M'])}`)}   ${bornOn(by)}   ${by.pick(['asthma', 'COPD', 'ILD', 'nodule'])}   ${by.pick(['discharged', 'FU 3/12', 'MDT'])}`)}`;

export const wardList = (by: Chance) => `WARD 22 HANDOVER  ${seenOn(by)} 08:00            CONFIDENTIAL
Bed | Name | NHS | Age | Problem | Jobs
${rows(8, (at) => `${at} | ${mark('name', plainName(by))} | ${nhsNumber(by)} | ${50 + by.below(45)} | ${by.pick(['NOF #', 'CAP', 'AKI on CKD3', 'UGIB', 'delirium'])} | ${by.pick(['bloods', 'TTO', 'chase MRI', 'D/W family'])}`)}
Bleep 2${by.digits(3)} for problems. NOK of bed 3: ${phone(by)}`;

export const clinicList = (by: Chance) => `Clinic list RESP1 PM
Time Patient Number Type
${rows(7, (at) => `1${at % 8}:${by.pick(['00', '20', '40'])} ${mark('name', `${by.pick(['Mr', 'Mrs', 'Miss'])} ${fullName(by)}`)} ${mark('hospital-number', `K${by.digits(6)}`)} ${by.pick(['new', 'FU'])}`)}`;

export const catchment = (by: Chance) => `Patients by home postcode (audit working sheet, not for sharing)
ID  Postcode   LOS   Outcome
${rows(8, (at) => `P${at}  ${mark('postcode', plainPostcode(by))}   ${by.below(20)}   ${by.pick(['home', 'died', 'rehab'])}`)}`;
