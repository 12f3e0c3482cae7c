import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { appStatusSchema } from '#shared/contract/app.ts';
import { api } from './client.ts';

export type AppStatus = Readonly<z.output<typeof appStatusSchema>>;

/** The app's state; the shell asks first, so screens inside it find it there. */
export const useStatus = () => useQuery(api.app.status.queryOptions());
