import type { ProfileRole } from '#shared/domain/profile.ts';

export const roleWords: Record<ProfileRole, { readonly title: string; readonly meaning: string }> = {
  doctor: { title: 'Doctor', meaning: 'I am building a portfolio of my own.' },
  supervisor: { title: 'Supervisor', meaning: 'I supervise doctors who are building one.' },
  panel: { title: 'Panel member or chair', meaning: 'I sit on annual reviews.' },
  'programme-lead': { title: 'Programme lead', meaning: 'I run the programme in my Trust.' },
};
