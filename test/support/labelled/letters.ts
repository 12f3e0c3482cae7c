import { type Chance, mark } from './page.ts';
import {
  bornOn,
  chiNumber,
  courtesy,
  doctorName,
  fullName,
  nhsNumber,
  plainName,
  seenOn,
  surname,
  titledName,
} from './people.ts';
import { address, email, hospitalNumber, letterReference, phone, postcode, street } from './places.ts';

const colleague = (by: Chance) =>
  mark('colleague', `${by.pick(['Dr', 'Dr.', 'Prof', 'Professor'])} ${doctorName(by)}`);

export const clinicLetter = (by: Chance) => {
  const family = surname(by);
  const title = courtesy(by);
  return `Northmoor General Hospital
Department of Respiratory Medicine
Hospital Road, Northmoor

${letterReference(by)}
${hospitalNumber(by)}
NHS ${by.pick(['No:', 'Number', 'number:', 'no.'])} ${nhsNumber(by)}

Clinic date: ${seenOn(by)}

Dear ${colleague(by)}

Re: ${mark('name', `${title} ${by.pick(['Joan', 'Peter', 'Amina'])} ${family}`)}  ${by.pick(['DOB', 'D.O.B.', 'd.o.b', 'Date of birth:'])} ${bornOn(by)}
${address(by, ', ')}

Diagnoses: 1. Moderate asthma 2. Hypertension (140/90) 3. BMI 31.2

Thank you for referring this pleasant 62 year old retired teacher. ${mark('name', `${title} ${family}`)} tells me that the
breathlessness has been worse since January. Peak flow today 310 (predicted 420), FEV1 1.92 L. Eosinophils 0.45.
I have started Fostair 100/6 two puffs twice daily and arranged follow-up in 12 weeks.

Yours sincerely

${colleague(by)}
Consultant Physician
Secretary: ${phone(by)}

cc ${mark('name', `${title} ${family}`)}, ${street(by)}`;
};

export const dischargeSummary = (by: Chance) => `DISCHARGE SUMMARY                                   Ward 14B
Patient name: ${mark('name', plainName(by))}
${by.pick([() => `NHS Number: ${nhsNumber(by)}`, () => `CHI: ${chiNumber(by)}`, () => `CHI No. ${chiNumber(by)}`])()}      ${hospitalNumber(by)}
Date of Birth: ${bornOn(by)}     Sex: ${by.pick(['F', 'M'])}
Address: ${address(by, ', ')}
Tel: ${phone(by)}
GP: ${colleague(by)}, Beckside Surgery
Next of kin: ${mark('name', fullName(by))} (${by.pick(['daughter', 'son', 'wife'])}) ${phone(by)}

Admitted ${seenOn(by)}   Discharged ${seenOn(by)}
Admitted with community-acquired pneumonia, CURB-65 score 3. Treated with co-amoxiclav 1.2 g TDS and clarithromycin
500 mg BD. CRP 214 -> 36. Creatinine 96. Echo: EF 55%.
Medication on discharge: amlodipine 5 mg OD, ramipril 2.5 mg OD, paracetamol 1 g QDS.
Follow up: chest X-ray in 6 weeks.`;

export const referral = (by: Chance) => `URGENT REFERRAL
To: Cardiology, Northmoor General Hospital
From: ${colleague(by)}, The Limes Medical Practice

Surname: ${mark('name', surname(by))}   Forename: ${mark('name', by.pick(['Ellen', 'Yusuf', 'Graham']))}
${by.pick(['DOB:', 'Born'])} ${bornOn(by)}
NHS No ${nhsNumber(by)}
Home: ${phone(by)}  Mobile: ${phone(by)}
E-mail ${email(by)}
Lives at ${street(by)}, ${postcode(by)}

I would be grateful for your opinion on this gentleman with exertional chest pain for three months. ECG shows
T-wave inversion in V4-V6. Troponin 8 ng/L at 0 and 3 hours. QRISK3 24.6%. He is a 40 pack-year ex-smoker.`;

export const copyLetter = (by: Chance) => {
  const person = titledName(by);
  return `${mark('name', person)}
${address(by)}

${seenOn(by)}

Dear ${mark('name', `${person.split(' ')[0]} ${person.split(' ').at(-1)}`)},

Your scan on ${seenOn(by)} was normal and you do not need to come back to clinic. If you have any questions please
ring the secretary on ${phone(by)} quoting ${mark('hospital-number', `K${by.digits(6)}`)}.
You can see your results at ${mark('link', `https://results.northmoor.example/view?doc=${by.digits(8)}`)}

With best wishes
${colleague(by)}`;
};

export const radiologyReport = (
  by: Chance,
) => `NORTHMOOR IMAGING                    Accession number: ${mark('letter-reference', `RXN${by.digits(8)}`)}
CT PULMONARY ANGIOGRAM ${seenOn(by)}
Pt: ${mark('name', plainName(by))}  ${hospitalNumber(by)}  DOB ${bornOn(by)}
Clinical: 71F, sudden onset SOB, Wells 4.5, D-dimer 2140.
Findings: filling defects in the right lower lobe segmental arteries. RV:LV ratio 0.8. No consolidation. 8 mm
nodule right apex, follow up per BTS 2015.
Reported by ${colleague(by)} GMC ${mark('gmc-number', by.digits(7).replace(/^0/, '6'))}`;
