import { createContext } from 'react';

/**
 * Where several forms stand on one screen, each under a name of its own: their fields may be called the same, and no
 * two inputs may have one id. Empty: the only form.
 */
export const FieldScope = createContext('');
