import { type Chance, mark } from './page.ts';
import { applicant, day, doctorName, employer, seenOn } from './people.ts';

/** Pages with nothing to black out: what a check flags here is a false alarm. Colleagues may be named in them. */
const colleague = (by: Chance) => mark('colleague', `Dr ${doctorName(by)}`);

export const certificate = (by: Chance) => `CERTIFICATE OF ATTENDANCE
This is to certify that Dr ${applicant.name} attended
${by.pick(['Advanced Life Support (ALS)', 'Teaching the Teacher', 'Good Clinical Practice', 'Pleural Ultrasound Level 1'])}
on ${day(by, 2021, 4)} at the Education Centre, ${employer}
CPD points: ${1 + by.below(12)}     Hours: ${2 + by.below(12)}.5
Course director ${colleague(by)}      Valid for 4 years`;

export const guideline = (by: Chance) => `Guideline for the management of hyperkalaemia in adults
Version ${1 + by.below(5)}.${by.below(10)}   Approved ${day(by, 2021, 3)}   Review ${day(by, 2025, 2)}
Severe: K+ >= 6.5 mmol/L. Give 30 ml of 10% calcium gluconate over 10 minutes, then 10 units of insulin in 250 ml of 10%
glucose over 30 minutes. Repeat ECG at 5, 15 and 60 minutes. Salbutamol 10-20 mg nebulised.
Dose by eGFR: 90 60 45 30 15; weights 50 60 70 80 90 100 kg.
Patients with CKD 4-5 should be discussed with the renal registrar. Dear reader: print copies are uncontrolled.
References: 1. UK Kidney Association 2023. 2. BMJ 2019;366:l4966. 3. https://www.nice.org.uk/guidance/ng203
Street drugs, road traffic accidents and other causes of rhabdomyolysis: see page 12.`;

export const auditResults = (by: Chance) => `Clinical audit: antibiotics within one hour of suspected sepsis
Cycle 1 (${day(by, 2021, 1)} to ${day(by, 2022, 1)}): n = ${100 + by.below(300)}, met ${by.below(100)}%
Cycle 2: n = ${100 + by.below(300)}, met ${by.below(100)}%
Month  Jan Feb Mar Apr May Jun
Cases  ${Array.from({ length: 6 }, () => 10 + by.below(60)).join('  ')}
Met    ${Array.from({ length: 6 }, () => 10 + by.below(50)).join('  ')}
Median time 48 min (IQR 31-72); p = 0.0${by.digits(2)}; 95% CI 1.${by.digits(2)}-2.${by.digits(2)}
Total antibiotic cost ${by.digits(3).replace(/^0/, '4')},${by.digits(3)}.${by.digits(2)} pounds. Registered with the audit department.
Presented at the grand round; led by Dr ${applicant.name}.`;

export const publications = (by: Chance) => `Publications
1. Okonkwo-Hale A, Mensah K, Holloway T. Pleural infection in adults: a cohort study. Thorax 2021;76(4):${300 + by.below(100)}-${410 + by.below(90)}.
   doi:10.1136/thoraxjnl-2020-${by.digits(6)}. PMID: 3${by.digits(7)}
2. Okonkwo-Hale A. Quality improvement on the ward. Future Healthc J 2022;9:${100 + by.below(200)}. ISBN 978-0-${by.digits(3)}-${by.digits(5)}-${by.digits(1)}
3. https://pubmed.ncbi.nlm.nih.gov/3${by.digits(7)}/
ORCID 0000-000${by.digits(1)}-${by.digits(4)}-${by.digits(4)}`;

export const jobPlan = (by: Chance) => `JOB PLAN ${2021 + by.below(4)}/${by.digits(2)}
Dr ${applicant.name}, Specialty Doctor, ${employer}
Monday    08:30-12:30  ward round            1.0 PA
Tuesday   09:00-13:00  respiratory clinic    1.0 PA
Wednesday 13:00-17:00  bronchoscopy          1.0 PA
Total 10.${by.below(9)} PA, of which SPA 1.5. On call 1 in ${6 + by.below(6)}. Salary point ${by.below(9)}.
Clinical lead: ${colleague(by)}. Agreed ${seenOn(by)}.
Trust headquarters: Northmoor General Hospital, Hospital Road, Northmoor. Switchboard extension 4400.`;

export const teaching = (by: Chance) => `Teaching session feedback (anonymous), ${seenOn(by)}
Topic: interpreting arterial blood gases. Audience: 14 foundation doctors and 3 physician associates.
How useful? 1 2 3 4 5  -> mean 4.${by.below(10)}
"Clear and well paced." "More cases please." "Best session this term."
pH 7.35 - 7.45, pCO2 4.7 - 6.0, HCO3 22 - 26
Room booked 12:30 to 13:30; slides of 2${by.digits(3)} kB on the shared drive.`;

export const numbersOnly = (by: Chance) => `Stock take, sheet ${by.below(20)}
${Array.from({ length: 10 }, () => `${by.digits(5)}  ${by.digits(2)}  ${by.digits(4)}  ${by.digits(1)}.${by.digits(2)}`).join('\n')}
Ventilator hours 1${by.digits(4)}; QALY 0.7${by.digits(1)}; lot 4${by.digits(5)}A; order 55${by.digits(7)}1`;

export const rota = (by: Chance) => `ON CALL ROTA week ${by.below(52)}
Mon ${colleague(by)}   Tue ${colleague(by)}   Wed A Okonkwo-Hale   Thu ${colleague(by)}
Bleep 2244   Shift 08:00-20:30   Swap requests by ${seenOn(by)} to the coordinator. Version 12.04.`;

export const meetingAgenda = (
  by: Chance,
) => `Respiratory governance agenda, ${seenOn(by)}, 12:30, Seminar Room 4, Level 2
1 Welcome   2 Actions   3 NICE NG${100 + by.below(150)}   4 Mortality Q${1 + by.below(4)}: SHMI 0.9${by.digits(1)}   5 Risk register (12 open)
Budget code 4${by.digits(4)}. Attendance 18 of 25. Next: last Tuesday of May.`;

export const spirometry = (by: Chance) => `Spirometry reference values (GLI 2012), page 3
Height 150 155 160 165 170 175 180
FEV1 2.${by.digits(2)} 2.${by.digits(2)} 3.${by.digits(2)} 3.${by.digits(2)} 4.${by.digits(2)}
FVC  3.${by.digits(2)} 3.${by.digits(2)} 4.${by.digits(2)} 4.${by.digits(2)} 5.${by.digits(2)}
Instrument serial SN ${by.digits(6)}; calibrated ${seenOn(by)}; room 21.${by.digits(1)} C, 1013 hPa`;

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
