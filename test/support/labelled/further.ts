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
import { address, email, hospitalNumber, phone, plainPostcode, postcode, street } from './places.ts';

/** More pages of a hospital: what the first ones did not have. */
const colleague = (by: Chance) => mark('colleague', `Dr ${doctorName(by)}`);

export const theatreRegister = (by: Chance) => `THEATRE 3   ${seenOn(by)}
${Array.from({ length: 5 }, (_, at) => `${at + 1}. ${mark('name', plainName(by))}, ${30 + by.below(50)} yrs, ${mark('hospital-number', `${by.digits(3)}-${by.digits(4)}`)}, ${by.pick(['lap chole', 'inguinal hernia', 'EUA'])}, ${colleague(by)}`).join('\n')}`;

export const socialWork = (by: Chance) => `Mental Health Act assessment
Service user ${mark('name', fullName(by))} (known as "${mark('name', givenName(by))}"), d.o.b. ${bornOn(by)}
Nearest relative: ${mark('name', titledName(by))}, ${street(by)}, contact ${phone(by)}
Seen in the Section 136 suite at 03:40. Detained under Section 2. AMHP ref ${mark('letter-reference', `AM${by.digits(5)}`)}.`;

export const textMessage = (
  by: Chance,
) => `dr amara hi its ${mark('name', `${givenName(by).toLowerCase()} ${surname(by).toLowerCase()}`)} daughter of bed 6, mum was ${mark('name', givenName(by).toLowerCase())}. just to say thankyou
for being so kind. my number is ${phone(by)} if you need me for the feedback xx`;

export const childClinic = (by: Chance) => `Community Paediatrics
Child: ${mark('name', fullName(by))}          Known as: ${mark('name', givenName(by))}
Date of birth ${bornOn(by)}         School: Priory Road Primary
Parents: ${mark('name', `${givenName(by)} and ${fullName(by)}`)}
NHS ${nhsNumber(by)}
Thank you for asking me to see this six year old boy with delayed speech. ${mark('name', givenName(by))} said few words.`;

export const pathologyForm = (by: Chance) => `HISTOPATHOLOGY REQUEST
${mark('name', surname(by).toUpperCase())}   ${mark('name', givenName(by).toUpperCase())}      ${by.pick(['M', 'F'])}     ${bornOn(by)}
${mark('nhs-number', nhsNumber(by).replace(/^⟦[^¦]*¦|⟧$/g, ''))}      Loc: SAU
Specimen ${mark('letter-reference', `${by.digits(2)}S${by.digits(5)}`)}   Taken ${seenOn(by)}
Clinical details: change in bowel habit. ?malignancy. Requester bleep 2${by.digits(3)}`;

export const transferCall = (
  by: Chance,
) => `Tel call from ${colleague(by)} re ${mark('name', `${givenName(by)} ${surname(by)}`)}, 67, inpatient at Beckside. CHI ${chiNumber(by)}. Lives alone at
${street(by)}, ${postcode(by)}. GP ${mark('colleague', 'Dr Lindqvist')}. Accepted for coronary angiography. Family contact ${email(by)}, ${phone(by)}.`;

export const appraisalText = (
  by: Chance,
) => `Significant event: I was called at night to a man I will call ${mark('name', `Mr ${by.pick(['X', 'B', 'K'])}`)}, who lived at ${mark('postcode', plainPostcode(by))}. He had come by
ambulance on ${seenOn(by)}. His consultant, ${colleague(by)}, supported me. I wrote to the family (${hospitalNumber(by)}).`;

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
