import { type Chance, mark } from './page.ts';
import {
  bornOn,
  chiNumber,
  doctorName,
  fullName,
  givenName,
  nhsNumber,
  plainName,
  seenOn,
  surname,
  titledName,
} from './people.ts';
import { address, email, hospitalNumber, phone, plainPostcode, street } from './places.ts';

/**
 * Pages written when the rules were done and never used to improve them: they tell how the rules do on what nobody had
 * in mind. Do not tune against them; write new ones instead.
 */
const colleague = (by: Chance) => mark('colleague', `Dr ${doctorName(by)}`);

export const ambulanceSheet = (
  by: Chance,
) => `EAST NORTHMOOR AMBULANCE     Incident no ${mark('letter-reference', by.digits(8))}
Pt ${mark('name', fullName(by))} DOB ${bornOn(by)} NHS ${nhsNumber(by)}
Inc location ${address(by, ', ')}
Called by neighbour ${mark('name', titledName(by))} on ${phone(by)}. FAST positive at 09:14. GCS 13. Pre-alert to stroke.`;

export const fertilityLetter = (by: Chance) => `Dear ${mark('name', `${givenName(by)} and ${givenName(by)}`)},
It was good to meet you both on ${seenOn(by)}. ${mark('name', givenName(by))}'s AMH is 14.2 pmol/L. We will write to your doctor, ${colleague(by)}.
You can reach our nurses at ${mark('email', 'fertility.nurses@northmoor.nhs.uk')}. Your unit number is ${mark('hospital-number', `F${by.digits(5)}`)}.
Copy to ${street(by)}, ${mark('postcode', plainPostcode(by))}`;

export const mdtOutcome = (by: Chance) => `Lung MDT ${seenOn(by)}
${Array.from({ length: 4 }, () => `${mark('name', plainName(by))} (${hospitalNumber(by)}) - ${by.pick(['PET then surgery', 'best supportive care', 'EBUS', 'discuss with oncology'])} - ${colleague(by)}`).join('\n')}`;

export const coronerStatement = (
  by: Chance,
) => `Statement concerning the late ${mark('name', fullName(by))}, born ${bornOn(by)}
I am ${colleague(by)}, specialty registrar. I first saw ${mark('name', titledName(by))} at 22:10. ${mark('name', titledName(by))}, the sister, was present.
The coroner's reference is ${mark('letter-reference', `${by.digits(5)}-202${by.digits(1)}`)}. The CHI number was ${chiNumber(by)}.`;

export const feedbackCard = (
  by: Chance,
) => `My name is ${mark('name', fullName(by))} and I was on the ward for nine days. ${colleague(by)} explained everything to me and to my
wife ${mark('name', givenName(by))}. We live in ${by.pick(['Truro', 'Otley'])}; if you want a chat ring ${phone(by)} or write to ${email(by)}`;

export const anaestheticChart = (
  by: Chance,
) => `${mark('name', surname(by).toUpperCase())} ${mark('name', givenName(by))}   ${mark('hospital-number', by.digits(7))}   Wt 82 kg   ASA 2
Propofol 180 mg, fentanyl 100 mcg, rocuronium 50 mg. ETT 8.0. Grade 1 view. 14:05 KTS. BIS 45.`;

export const courseProgramme = (
  by: Chance,
) => `Programme: Acute Medicine Update, ${seenOn(by)}, Lecture Theatre 2
09:00 Registration   09:30 Sepsis (${colleague(by)})   10:30 Coffee   11:00 Workshop A or B   12:45 Lunch
14:00 Case discussions in groups of 8   16:15 Close. 6 CPD points. Fee 120 pounds. Code of approval 14${by.digits(4)}.`;

export const policy = (
  by: Chance,
) => `Policy on consent, document ${by.digits(2)}, issue ${1 + by.below(9)}, page 14 of 38
The patient's name, NHS number and date of birth must be checked against the wristband. Ask: "What is your name?"
Children under 16: see Gillick. In Scotland use the CHI number. Contact the legal services team for advice.
Ratified by the Quality Committee on ${seenOn(by)}.`;
