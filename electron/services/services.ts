import type { Services } from '#shared/contract/services.ts';
import { createAppService } from './app.ts';
import type { AutoLock } from './auto-lock.ts';
import { createBackupsService } from './backups.ts';
import { createConflictsService } from './conflicts.ts';
import { createCoverageService } from './coverage.ts';
import { createCvService } from './cv/cv.ts';
import { createDocumentsService } from './documents.ts';
import { createDraftsService } from './drafts.ts';
import { createEvidenceService } from './evidence.ts';
import { createFeedbackService } from './feedback.ts';
import { createFilesService } from './files.ts';
import { createGuidanceService } from './guidance.ts';
import { createHistoryService } from './history.ts';
import { createIdentifiersService } from './identifiers.ts';
import { createIntakeService } from './intake/intake.ts';
import { createJobsService } from './jobs.ts';
import { createListsService } from './lists.ts';
import { createOpportunitiesService } from './opportunities/opportunities.ts';
import { createPackagesService } from './packages.ts';
import { createPanelService } from './panel/panel.ts';
import { createSeat } from './panel/seat.ts';
import { takeCompare } from './panel/take-compare.ts';
import { createPapersService } from './papers/papers.ts';
import { createPeopleService } from './people.ts';
import { createPortfoliosService } from './portfolios.ts';
import type { Ports } from './ports.ts';
import { createProgrammeService } from './programme/programme.ts';
import { createRatingsService } from './ratings.ts';
import { createRegistersService } from './registers.ts';
import { createRequestsService } from './requests/requests.ts';
import { createReviewProcessService } from './review-process.ts';
import { createReviewsService } from './reviews.ts';
import { createRefusedVault } from './salvage.ts';
import { createSealsService } from './seals.ts';
import { createSecurityService } from './security.ts';
import type { Session } from './session.ts';
import { createSigningService } from './signing.ts';
import { createSubmissionService } from './submission/submission.ts';
import { createActionsService } from './supervision/actions.ts';
import { createMeetingsService } from './supervision/meetings.ts';
import { createSupervisorService } from './supervisor.ts';
import { createSupervisorReportsService } from './supervisor-reports/supervisor-reports.ts';
import { createVerifyService } from './verify.ts';
import { createYourDataService } from './your-data/your-data.ts';

/** Every use case of the contract, over one session. */
export function createServices(ports: Ports, session: Session, autoLock: AutoLock): Services {
  const refused = createRefusedVault();
  const reviews = createReviewsService(ports, session);
  const reviewProcess = createReviewProcessService(ports, session);
  const seat = createSeat(session);
  return {
    app: createAppService(ports, session, autoLock, refused),
    backups: createBackupsService(ports, session, refused),
    guidance: createGuidanceService(ports, session),
    portfolios: createPortfoliosService(ports, session),
    evidence: createEvidenceService(ports, session),
    files: createFilesService(ports, session),
    coverage: createCoverageService(ports, session),
    papers: createPapersService(ports, session),
    reviews,
    history: createHistoryService(ports, session, seat),
    conflicts: createConflictsService(ports, session, seat),
    panel: createPanelService(ports, session, {
      seat,
      judge: reviews.judge,
      takeCompare: takeCompare(reviewProcess),
    }),
    reviewProcess,
    people: createPeopleService(ports, session),
    lists: createListsService(ports, session),
    seals: createSealsService(ports, session),
    signing: createSigningService(ports, session),
    verify: createVerifyService(ports, session),
    yourData: createYourDataService(ports, session),
    identifiers: createIdentifiersService(ports, session),
    registers: createRegistersService(ports, session),
    cv: createCvService(ports, session),
    programme: createProgrammeService(ports, session),
    feedback: createFeedbackService(ports, session),
    ratings: createRatingsService(ports, session),
    requests: createRequestsService(ports, session),
    supervisor: createSupervisorService(ports, session),
    submission: createSubmissionService(ports, session),
    supervisorReports: createSupervisorReportsService(ports, session),
    opportunities: createOpportunitiesService(ports, session),
    intake: createIntakeService(ports, session),
    jobs: createJobsService(session),
    security: createSecurityService(ports, session),
    documents: createDocumentsService(ports, session),
    drafts: createDraftsService(session),
    packages: createPackagesService(ports, session),
    meetings: createMeetingsService(ports, session),
    actions: createActionsService(ports, session),
  };
}
