type MarkWords = { readonly title: string; readonly done: string; readonly about: string };

/** What the marks on an item mean. */
export const markTexts: Record<'verification' | 'authenticated' | 'translated', MarkWords> = {
  verification: {
    title: 'Verification',
    done: 'Verified',
    about:
      'Someone in a supervisory post where it happened, such as a consultant, confirmed that it is true. The GMC accepts no one from another institution.',
  },
  authenticated: {
    title: 'Certified copy',
    done: 'Authenticated',
    about: 'A solicitor, a notary or whoever awarded it certified that the copy is true.',
  },
  translated: {
    title: 'Translation',
    done: 'Translated',
    about: 'A translation into English by somebody who is not you, kept with the original.',
  },
};

export const markStateWords = { no: 'Not yet', 'not-needed': 'Not needed' } as const;
