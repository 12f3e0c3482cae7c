/**
 * Twenty pages, each as somebody might have it in a folder, written as a whole and not out of parts. Every person, number
 * and address is invented. `⟦rule¦text⟧` marks what a careful reader would black out; colleagues who may stay are marked
 * as `colleague`. As with `unseen.ts`: rules are not tuned against these.
 */
export const unseenPages: Readonly<Record<string, string>> = {
  'ward round note': `WARD ROUND  Mon 14th Oct   Cons: ⟦colleague¦Dr Hargreaves⟧   Bay 3 bed 2
⟦name¦Eluned Pritchard-Rees⟧, 81F, day 4
⟦nhs-number¦485 777 3457⟧
Fall at home, L NOF#, hemi done 11/10. Daughter ⟦name¦Cerys⟧ visiting, would like a call on ⟦phone¦01248 555 134⟧.
O/E: comfortable, sats 96% RA, HR 78. Wound dry.
Plan: PT/OT, stop IV fluids, bloods am. EDD Thurs.
⟦colleague¦Dr Adeyinka⟧ ST3, bleep 4471`,

  'two column referral': `REFERRAL TO: Rapid Access Chest Pain        FROM: Heol Fawr Surgery
Patient                                     Referrer
⟦name¦Iestyn Morgan⟧                               ⟦colleague¦Dr S Llewellyn⟧
⟦street-address¦4 Maes y Deri⟧                              Heol Fawr
Llanfair                                    Llanfair
⟦postcode¦LL58 7QX⟧                                    Tel 01248 555 0190
Born ⟦date-of-birth¦3rd of May 1961⟧                       Date 12/09/2025
NHS No ⟦nhs-number¦450 557 7104⟧                      UBRN ⟦letter-reference¦0004 5512 7781⟧
Exertional tightness for six weeks, ex-smoker, BP 148/86.`,

  'email thread': `From: ⟦email¦f.okonkwo@northmoor.nhs.uk⟧
To: ⟦email¦medical.secretaries@northmoor.nhs.uk⟧
Subject: RE: ⟦name¦Chidinma Eze⟧ - scan result

Hi all, please can we bring ⟦name¦Chidinma⟧ forward to Tuesday's list, she is very anxious. Her husband ⟦name¦Emeka Eze⟧ can drive.
Hosp no ⟦hospital-number¦N0447821⟧.
Thanks, Funmi

> On 3 Sep 2025, Medical Secretaries wrote:
> ⟦name¦Mrs Eze⟧ has called twice about her result (⟦phone¦07700 900461⟧). Could somebody ring her back?`,

  'table of cases': `No.  Initials  Age/sex  Date        Procedure                 Supervision
1    ⟦name¦RMcD⟧      47 M     03.05.25    Laparoscopic appendix     STS
2    ⟦name¦A.K.⟧      8 F      04.05.25    Open appendix             P
3    ⟦name¦BO'S⟧      63 M     11.05.25    Right hemicolectomy       A
4    ⟦name¦TN⟧        29 F      19.05.25    Pilonidal abscess         P
Consultant: ⟦colleague¦Mr Fitzwilliam⟧. Verified against theatre record ⟦letter-reference¦TH/25/1187⟧.`,

  'discharge summary': `DISCHARGE SUMMARY                      Northmoor General Hospital
NAME        ⟦name¦MACLEOD Morag Jean⟧
CHI         ⟦chi-number¦030561 2409⟧
ADDRESS     ⟦street-address¦Flat 2/1, 18 Harbour Terrace⟧, Stornoway ⟦postcode¦HS1 2QN⟧
ADMITTED    07/08/2025      DISCHARGED  12/08/2025
GP          ⟦colleague¦Dr Catriona Nicolson⟧
DIAGNOSIS   Community acquired pneumonia
⟦name¦Mrs MacLeod⟧ lives alone. Her niece ⟦name¦Mairi Campbell⟧ helps with shopping.`,

  'dictated clinic letter': `Dictated but not signed
Dear Colleague
Re ⟦name¦Siobhan O'Dowd⟧ d.o.b. ⟦date-of-birth¦1961-05-03⟧
⟦street-address¦22 Ormeau Park Gardens⟧, Belfast ⟦postcode¦BT7 9ZZ⟧
I reviewed this pleasant teacher today comma she tells me the tremor is better full stop ⟦name¦Siobhan⟧ is taking propranolol 40 mg.
I have explained to her and her partner ⟦name¦Declan⟧ that we shall see her in six months.
Yours sincerely
⟦colleague¦Dr Ruairi Magee⟧, Consultant Neurologist`,

  'ocr with broken spaces': `N orth moor  Gen eral  Hos pital
Pat ient  na me :  ⟦name¦Gurpr eet  Sandhu⟧
D ate  of  bir th :  ⟦date-of-birth¦0 3 / 05 / 1961⟧
NHS  n umber :  ⟦nhs-number¦4 05  83 5 65 53⟧
Ho sp  N o :  ⟦hospital-number¦G 2248 19⟧
Admit ted  with  chest  pain ,  trop onin  neg ative .`,

  're lines': `RE: ⟦name¦Oluwaseun Adebayo⟧
RE: DOB ⟦date-of-birth¦03.05.61⟧
RE: your letter of 2 June 2025

Thank you for referring this man with a neck lump. On examination there is a 2 cm node in level II.
I have arranged an ultrasound. ⟦name¦Oluwaseun⟧ works as a chef and is due to travel in August.
cc ⟦name¦Mr O Adebayo⟧, ⟦street-address¦91 Cranmer Rise⟧, ⟦postcode¦NG7 9QF⟧`,

  'multi-source comments': `Free text comments about the doctor (anonymous)
"Very approachable. Helped ⟦name¦Priyanka⟧'s family after the arrest."
"Handled the complaint by ⟦name¦the Rahmans⟧ well."
"Could delegate more."
"Always thanks the nurses."`,

  'handover list': `Bed  Who                          Age  Jobs
A1   ⟦name¦Begum, Rokeya⟧                  67   CT head, chase
A2   ⟦name¦Tadesse, Hirut⟧                 34   LP consent
A3   ⟦name¦Nwosu, Ikenna (Mr)⟧             58   home today
A4   ⟦name¦Gwenllian ap Dafydd⟧            90   DNACPR discussion with son ⟦name¦Rhodri⟧`,

  'assessment form': `CASE-BASED DISCUSSION
Trainee: ⟦colleague¦Dr Fatima Zahra El Idrissi⟧   GMC ⟦gmc-number¦7654321⟧
Assessor: Dr Amara Okonkwo-Hale   GMC 7345128
Clinical setting: AMU. Problem: DKA.
Feedback: clear fluid plan; revise potassium replacement. Code ⟦letter-reference¦CBD-88213-XQ⟧`,

  'theatre register page': `Theatre 4      Saturday 18 October 2025      Anaesthetist ⟦colleague¦Dr Vasquez⟧
08:40  ⟦name¦Dilys Beynon⟧        ⟦hospital-number¦H884120⟧   TKR left        spinal
10:55  ⟦name¦Asif Mahmood⟧        ⟦hospital-number¦H771045⟧   THR right       GA
13:30  ⟦name¦Wanjiru Kamau⟧       ⟦hospital-number¦H902277⟧   washout         GA`,

  'complaint reply': `Our ref: ⟦letter-reference¦PALS/2025/0417⟧
Dear ⟦name¦Ms Achterberg⟧
Thank you for writing about the care of your late father, ⟦name¦Mr Hendrik Achterberg⟧, who died on 9 March 2025.
⟦colleague¦Dr Osei⟧ has apologised for the delay. You may contact me on ⟦phone¦0113 496 0077⟧.`,

  'thank-you card': `To the doctor with the kind eyes on Ward 12,
you sat with Dad all night and we will never forget it.
All our love, ⟦name¦Niamh⟧, ⟦name¦Cathal⟧ and little ⟦name¦Oisín⟧ x`,

  'case history': `Case history 3: a difficult airway
A ⟦age-with-date¦52-year-old⟧ man (born ⟦date-of-birth¦May 3rd, 1973⟧) from ⟦postcode¦CF14 9XX⟧ presented with stridor. I had met ⟦name¦Mr Bevan⟧ before
in the pre-assessment clinic. His ENT surgeon, ⟦colleague¦Miss Rahman⟧, was present throughout. I learnt to call early.`,

  'radiology report': `CT CHEST ABDO PELVIS WITH CONTRAST       Acc ⟦letter-reference¦RNM25-0098812⟧
⟦name¦KOWALCZYK, Zbigniew⟧   ⟦date-of-birth¦03-May-1961⟧   ⟦hospital-number¦RX1 448 902⟧
Clinical details: weight loss. Findings: 3 cm mass in the head of pancreas.
Reported by: ⟦colleague¦Dr H Lindqvist⟧, GMC ⟦gmc-number¦6123457⟧`,

  'safeguarding note': `Spoke to health visitor ⟦colleague¦Nurse Amanda Jephcott⟧ about ⟦name¦baby Tomos⟧, 9/52, mum ⟦name¦Lowri Vaughan⟧.
Address given as ⟦street-address¦7 Bryn Siriol⟧, ⟦postcode¦SY23 9ZA⟧. Social worker to visit. Ref ⟦letter-reference¦SG-2025-331⟧.`,

  'rota email': `From: ⟦email¦rota@northmoor.nhs.uk⟧
Subject: swaps week 42
⟦colleague¦Dr Chowdhury⟧ swaps with ⟦colleague¦Dr Penhaligon⟧ on Friday. Nobody is on leave. Bleep as usual.`,

  'anticoagulation letter': `Dear ⟦name¦Mr and Mrs Thistlethwaite-Owusu⟧,
Following the visit of ⟦name¦Kwabena⟧ on 6th October 2025 the dose is 4 mg. His INR was 2.6.
Yellow book no. ⟦letter-reference¦YB 771 902⟧. Questions: ⟦phone¦+44 7700 900 882⟧ or ⟦email¦anticoag.northmoor@nhs.net⟧.`,

  'audit spreadsheet export': `id,pt,dob,sex,admitted,los,30d_readmit
1,⟦name¦Hamza Yusuf⟧,⟦date-of-birth¦1961-05-03⟧,M,2025-02-11,4,n
2,⟦name¦Angharad Lloyd⟧,⟦date-of-birth¦1948-11-27⟧,F,2025-02-13,9,y
3,⟦name¦Seonaid MacRae⟧,⟦date-of-birth¦1939-01-08⟧,F,2025-02-13,2,n
4,⟦name¦Jeyaseelan Sivakumar⟧,⟦date-of-birth¦1955-07-19⟧,M,2025-02-20,6,n`,
};
