import { type Chance, mark } from './page.ts';
import {
  applicant,
  bornOn,
  courtesy,
  doctorName,
  fullName,
  givenName,
  nhsNumber,
  seenOn,
  surname,
  titledName,
} from './people.ts';
import { email, hospitalNumber, phone, postcode, staffEmail, street } from './places.ts';

const colleague = (by: Chance) => mark('colleague', `Dr ${doctorName(by)}`);

export const eMail = (by: Chance) => `From: ${surname(by)}, ${givenName(by)} <${staffEmail(by)}>
Sent: ${seenOn(by)} 17:42
To: ${staffEmail(by)}
Subject: ${by.pick(['Pt for MDT', 'urgent please', 'FW: bed 7'])}

Hi both,

Could we discuss ${mark('name', titledName(by))} (NHS ${nhsNumber(by)}) on Thursday? ${colleague(by)} saw her in clinic and is worried about
the left upper lobe. Her ${by.pick(['husband', 'daughter'])} can be reached on ${phone(by)} or ${email(by)}.
The scan is here: ${mark('link', `https://northmoor.sharepoint.com/sites/resp/Shared%20Documents/scan_${by.digits(6)}.pdf`)}

Thanks
Sam
Bleep 4417`;

export const minutes = (by: Chance) => `Morbidity and mortality meeting, ${seenOn(by)}
Present: ${colleague(by)} (chair), ${colleague(by)}, ${mark('colleague', `Prof ${doctorName(by)}`)}, ${mark('colleague', 'Sister Ade')}, A. Okonkwo-Hale
Apologies: ${colleague(by)}

1. Minutes of the last meeting were agreed.
2. Case 1 (${hospitalNumber(by)}): ${mark('name', titledName(by))} died on day 4 after emergency laparotomy. NELA mortality 12.4%. Learning: earlier
   involvement of care of the elderly. Action: ${colleague(by)} by the end of the month.
3. Case 2: an 84-year-old woman readmitted within 48 hours. Discussed falls bundle. Incident ${mark('letter-reference', `W${by.digits(6)}`)}.
4. Any other business: none. Date of next meeting to follow.`;

export const thankYou = (by: Chance) =>
  by.pick([
    () => `Dear Dr Amara

Thank you so much for looking after my ${by.pick(['mum', 'dad', 'husband'])} ${mark('name', givenName(by))} in his last days. You were so kind to all of us.

With love from ${mark('name', fullName(by))} and family
${street(by)}`,
    () => `To all on Ward 9,
A big thank you for everything, especially to ${colleague(by)} and the night nurses!
${mark('name', titledName(by))}, bed 12`,
    () => `Thank You!
${mark('name', `${courtesy(by)} ${surname(by)}`)} and I will never forget your kindness. Please call in if you are ever in ${by.pick(['Otley', 'Truro'])}.
${mark('name', fullName(by))}   ${phone(by)}`,
  ])();

export const complaint = (by: Chance) => `Patient Advice and Liaison Service
Complaint reference: ${mark('letter-reference', `C${by.digits(4)}-${by.digits(2)}`)}
Complainant: ${mark('name', titledName(by))}, ${street(by)}, ${postcode(by)}
On behalf of: ${mark('name', fullName(by))}, NHS number ${nhsNumber(by)}

${mark('name', `${courtesy(by)} ${surname(by)}`)} complains that the doctor on call, ${colleague(by)}, did not explain the delay on ${seenOn(by)}. Staff nurse
on duty recorded a NEWS2 of 7 at 02:15. Response from ${colleague(by)} attached.`;

export const incident = (
  by: Chance,
) => `INCIDENT REPORT   Datix ref: ${mark('letter-reference', `WEB${by.digits(6)}`)}
Date of incident: ${seenOn(by)}   Severity: low harm
Person affected: ${mark('name', fullName(by))}   MRN ${mark('hospital-number', by.digits(8))}
Described: wrong dose of gentamicin (400 mg instead of 240 mg) prescribed by ${colleague(by)} and given once. Level 2.1 mg/L at 18 h.
Duty of candour letter sent to ${mark('name', titledName(by))}.`;

export const reflection = (by: Chance) => `Reflection on a difficult conversation

I met the family of a ${mark('age-with-date', by.pick(['84-year-old', '79 year old', '91 yr old']))} man admitted on ${seenOn(by)} with a large intracerebral haemorrhage. ${by.pick(
  [
    () => `His wife, ${mark('name', givenName(by))}, asked me whether he was in pain.`,
    () => `His wife asked me whether he was in pain.`,
  ],
)()} I had never led such a meeting. ${colleague(by)} gave me feedback afterwards: I had spoken for too long before listening.
What I do differently: I start with a question, and I keep silence. I discussed it with my supervisor in May.`;

export const caseHistory = (by: Chance) => `Case history 3: diabetic ketoacidosis
${mark('name', `${by.pick(['Mrs', 'Mr'])} ${by.pick(['B', surname(by)])}`)}, ${hospitalNumber(by)}, ${by.pick([() => `born ${bornOn(by)}`, () => `DOB ${bornOn(by)}`, () => `D0B ${bornOn(by)}`])()}
Presented with pH 7.08, glucose 31.4, ketones 6.2, K+ 5.9. Managed on the DKA pathway: fixed-rate insulin 0.1 units/kg/h,
0.9% saline 1000 ml over 1 h. Transferred to HDU. Bicarbonate 18 after 12 hours.
Lives with her sister at ${street(by)}.`;

export const assessedTrainee = (by: Chance) => `CASE-BASED DISCUSSION
Trainee: ${mark('name', fullName(by))}     Trainee's GMC number: ${mark('gmc-number', `7${by.digits(6)}`)}
Assessment code: ${mark('letter-reference', `CBD-${by.digits(4)}-${by.digits(4)}`)}     Login code ${mark('letter-reference', `QX${by.digits(5)}`)}
Assessor: Dr ${applicant.name}     GMC: ${applicant.gmcNumber}
E-mail of trainee: ${staffEmail(by)}
Setting: acute medical unit. Level: needs supervision on call. Discussed hyponatraemia (Na 118).`;

export const ownAssessment = (by: Chance) => `MINI-CEX
Doctor assessed: Dr ${applicant.name}, GMC ${applicant.gmcNumber}
Assessor: ${colleague(by)}, consultant, GMC No: ${mark('gmc-number', `3${by.digits(6)}`)}
Date: ${seenOn(by)}   Setting: outpatient clinic
Feedback: structured history, good use of the interpreter. Agreed action: read the ILD guideline.`;
