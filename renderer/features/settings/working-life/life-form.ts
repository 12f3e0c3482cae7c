import type { z } from 'zod';
import type { ZodForm } from '#renderer/forms/use-zod-form.ts';
import type { workingLifeSchema } from '#shared/domain/portfolio.ts';

/** The form that breaks and working time share. */
export type LifeForm = ZodForm<z.input<typeof workingLifeSchema>, z.output<typeof workingLifeSchema>>;

/** As many as the record takes. */
export const most = 60;
