import './app/page-policy.ts';

// Apart from the rest, and before it: a bundler may run the modules of a shared chunk before its entry's own, and
// schemas made before the policy is set would try `eval`.
void import('./app/start.tsx');
