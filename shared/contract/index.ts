import { actionsContract } from './actions.ts';
import { appContract } from './app.ts';
import { backupsContract } from './backups.ts';
import { conflictsContract } from './conflicts.ts';
import { coverageContract } from './coverage.ts';
import { cvContract } from './cv.ts';
import { documentsContract } from './documents.ts';
import { draftsContract } from './drafts.ts';
import { evidenceContract } from './evidence.ts';
import { feedbackContract } from './feedback.ts';
import { filesContract } from './files.ts';
import { guidanceContract } from './guidance.ts';
import { historyContract } from './history.ts';
import { identifiersContract } from './identifiers.ts';
import { intakeContract } from './intake.ts';
import { jobsContract } from './jobs.ts';
import { listsContract } from './lists.ts';
import { meetingsContract } from './meetings.ts';
import { opportunitiesContract } from './opportunities.ts';
import { packagesContract } from './packages.ts';
import { panelContract } from './panel.ts';
import { papersContract } from './papers.ts';
import { peopleContract } from './people.ts';
import { portfoliosContract } from './portfolios.ts';
import { programmeContract } from './programme.ts';
import { ratingsContract } from './ratings.ts';
import { registersContract } from './registers.ts';
import { requestsContract } from './requests.ts';
import { reviewProcessContract } from './review-process.ts';
import { reviewsContract } from './reviews.ts';
import { sealsContract } from './seals.ts';
import { securityContract } from './security.ts';
import { signingContract } from './signing.ts';
import { submissionContract } from './submission.ts';
import { supervisorContract } from './supervisor.ts';
import { supervisorReportsContract } from './supervisor-reports.ts';
import { verifyContract } from './verify.ts';
import { yourDataContract } from './your-data.ts';

/** Named area by area: spelt out as one type it is more than the compiler will write down. */
type Contract = {
  readonly app: typeof appContract;
  readonly backups: typeof backupsContract;
  readonly guidance: typeof guidanceContract;
  readonly portfolios: typeof portfoliosContract;
  readonly evidence: typeof evidenceContract;
  readonly files: typeof filesContract;
  readonly coverage: typeof coverageContract;
  readonly requests: typeof requestsContract;
  readonly reviews: typeof reviewsContract;
  readonly reviewProcess: typeof reviewProcessContract;
  readonly history: typeof historyContract;
  readonly conflicts: typeof conflictsContract;
  readonly papers: typeof papersContract;
  readonly panel: typeof panelContract;
  readonly people: typeof peopleContract;
  readonly lists: typeof listsContract;
  readonly seals: typeof sealsContract;
  readonly signing: typeof signingContract;
  readonly verify: typeof verifyContract;
  readonly yourData: typeof yourDataContract;
  readonly identifiers: typeof identifiersContract;
  readonly intake: typeof intakeContract;
  readonly jobs: typeof jobsContract;
  readonly security: typeof securityContract;
  readonly documents: typeof documentsContract;
  readonly drafts: typeof draftsContract;
  readonly packages: typeof packagesContract;
  readonly submission: typeof submissionContract;
  readonly registers: typeof registersContract;
  readonly cv: typeof cvContract;
  readonly programme: typeof programmeContract;
  readonly feedback: typeof feedbackContract;
  readonly ratings: typeof ratingsContract;
  readonly supervisor: typeof supervisorContract;
  readonly meetings: typeof meetingsContract;
  readonly actions: typeof actionsContract;
  readonly supervisorReports: typeof supervisorReportsContract;
  readonly opportunities: typeof opportunitiesContract;
};

/** Every procedure Waymark offers. Hosts, clients and tests derive from this one value. */
export const contract: Contract = {
  app: appContract,
  backups: backupsContract,
  guidance: guidanceContract,
  portfolios: portfoliosContract,
  evidence: evidenceContract,
  files: filesContract,
  coverage: coverageContract,
  requests: requestsContract,
  reviews: reviewsContract,
  reviewProcess: reviewProcessContract,
  history: historyContract,
  conflicts: conflictsContract,
  papers: papersContract,
  panel: panelContract,
  people: peopleContract,
  lists: listsContract,
  seals: sealsContract,
  signing: signingContract,
  verify: verifyContract,
  yourData: yourDataContract,
  identifiers: identifiersContract,
  intake: intakeContract,
  jobs: jobsContract,
  security: securityContract,
  documents: documentsContract,
  drafts: draftsContract,
  packages: packagesContract,
  submission: submissionContract,
  registers: registersContract,
  cv: cvContract,
  programme: programmeContract,
  feedback: feedbackContract,
  ratings: ratingsContract,
  supervisor: supervisorContract,
  meetings: meetingsContract,
  actions: actionsContract,
  supervisorReports: supervisorReportsContract,
  opportunities: opportunitiesContract,
};
