import { type Chance, mark } from './page.ts';
import {
  bornOn,
  courtesy,
  doctorName,
  fullName,
  givenName,
  nhsNumber,
  plainName,
  seenOn,
  surname,
} from './people.ts';
import { address, email, hospitalNumber, phone, plainPostcode, street } from './places.ts';

/**
 * Pages written when the rules were done and never used to improve them: they tell how the rules do on what nobody had
 * in mind. Do not tune against them: move them to the others and write new ones.
 */
const colleague = (by: Chance) => mark('colleague', `Dr ${doctorName(by)}`);

export const physioNote = (by: Chance) => `PHYSIOTHERAPY   ${seenOn(by)}
Client ${mark('name', fullName(by))} attended with her mother ${mark('name', givenName(by))}. ${hospitalNumber(by)}
Referred by ${colleague(by)}. ROM 0-110. Lives ${street(by)}. Ring ${phone(by)} to rebook.`;

export const bloodReport = (by: Chance) => `NORTHMOOR PATHOLOGY
${mark('name', plainName(by))}      ${bornOn(by)}      ${mark('nhs-number', nhsNumber(by).replace(/^⟦[^¦]*¦|⟧$/g, ''))}
Sample ${mark('letter-reference', `B${by.digits(7)}`)}   Received ${seenOn(by)}
Hb 104   WCC 11.2   Plt 455   Na 131   K 4.8   Urea 9.1   Creat 121   CRP 88`;

export const schoolLetter = (by: Chance) => `To whom it may concern
${mark('name', fullName(by))} (born ${bornOn(by)}) has been under my care since ${seenOn(by)}. ${mark('name', givenName(by))} needs extra time
in examinations. ${mark('name', `${courtesy(by)} ${surname(by)}`)} can be reached at ${email(by)}.
${address(by)}
Signed ${colleague(by)}`;

export const logbookSentence = (
  by: Chance,
) => `${seenOn(by)}: intubated ${mark('name', `${givenName(by)} ${surname(by)[0]}.`)}, grade 2 view, no complications (K${''}${mark('hospital-number', by.digits(6))}).
${seenOn(by)}: arterial line for ${mark('name', `${courtesy(by)} ${surname(by)}`)} from ${mark('postcode', plainPostcode(by))}. Supervised by ${colleague(by)}.`;
