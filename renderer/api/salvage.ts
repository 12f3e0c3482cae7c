import { useMutation } from '@tanstack/react-query';
import { api } from './client.ts';

/** Reads the whole vault and says what is damaged. Nothing is asked again meanwhile: the screen about it stays. */
export const useExamine = () =>
  useMutation(api.app.examine.mutationOptions({ meta: { refresh: false }, gcTime: 0 }));
