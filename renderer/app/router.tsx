import { createRouter } from '@tanstack/react-router';
import { pageWillChange } from '#renderer/ui/page-focus.ts';
import { cvRoute, timelineRoute } from './routes/cv-routes.tsx';
import {
  capabilityRoute,
  coverageRoute,
  evidenceFormRoute,
  evidenceItemRoute,
  evidenceRoute,
  newEvidenceRoute,
} from './routes/evidence-routes.tsx';
import { changeGuidanceRoute, editGuidanceRoute, guidanceRoute } from './routes/guidance-routes.tsx';
import { activityRoute, conflictRoute, conflictsRoute, historyRoute } from './routes/history-routes.tsx';
import { addFilesRoute, draftsRoute, importEvidenceRoute } from './routes/intake-routes.tsx';
import { opportunitiesRoute } from './routes/opportunities-routes.tsx';
import {
  damagedRoute,
  homeRoute,
  newPortfolioRoute,
  restoreRoute,
  settingsRoute,
  verifyRoute,
} from './routes/own-routes.tsx';
import { panelDayRoute, panelRoomRoute } from './routes/panel-routes.tsx';
import { newPersonRoute, peopleRoute, personRoute } from './routes/people-routes.tsx';
import { programmeRoute } from './routes/programme-routes.tsx';
import { redactFileRoute } from './routes/redaction-routes.tsx';
import { askedOfMeRoute, newRequestRoute, requestsRoute } from './routes/requests-routes.tsx';
import {
  newReviewRoute,
  reviewPlanRoute,
  reviewRoute,
  reviewsRoute,
  reviewTypeInRoute,
} from './routes/reviews-routes.tsx';
import { portfolioRoute, rootRoute } from './routes/root-route.tsx';
import { receiveRoute, sendRoute } from './routes/sharing-routes.tsx';
import { answerRoute, refereesRoute, submissionRoute, verifiersRoute } from './routes/submission-routes.tsx';
import { actionsRoute, meetingRoute, meetingsRoute, newMeetingRoute } from './routes/supervision-routes.tsx';
import { supervisorReportRoute, supervisorReportsRoute } from './routes/supervisor-report-routes.tsx';
import { queueRoute, supervisionRoute } from './routes/supervisor-routes.tsx';

const routeTree = rootRoute.addChildren([
  portfolioRoute.addChildren([
    homeRoute,
    evidenceRoute,
    evidenceFormRoute.addChildren([newEvidenceRoute, evidenceItemRoute]),
    redactFileRoute,
    draftsRoute,
    addFilesRoute,
    importEvidenceRoute,
    coverageRoute,
    capabilityRoute,
    reviewsRoute,
    newReviewRoute,
    reviewRoute,
    reviewPlanRoute,
    meetingsRoute,
    newMeetingRoute,
    meetingRoute,
    actionsRoute,
    requestsRoute,
    newRequestRoute,
    supervisorReportsRoute,
    supervisorReportRoute,
    opportunitiesRoute,
    reviewTypeInRoute,
    timelineRoute,
    cvRoute,
    submissionRoute,
    answerRoute,
    verifiersRoute,
    refereesRoute,
    sendRoute,
    activityRoute,
    historyRoute,
    conflictsRoute,
    conflictRoute,
    changeGuidanceRoute,
    queueRoute,
  ]),
  supervisionRoute,
  guidanceRoute,
  editGuidanceRoute,
  newPortfolioRoute,
  receiveRoute,
  askedOfMeRoute,
  panelDayRoute,
  panelRoomRoute,
  programmeRoute,
  peopleRoute,
  newPersonRoute,
  personRoute,
  verifyRoute,
  restoreRoute,
  settingsRoute,
  damagedRoute,
]);

export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent' });

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation !== undefined && pathChanged) pageWillChange();
});

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: typeof router;
  }
}
