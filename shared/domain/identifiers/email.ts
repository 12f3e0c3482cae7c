import { after, before } from './context.ts';
import type { Found, Rule } from './types.ts';

const local = /[\w][\w.+'-]{0,63}[ ]?$/;
const domainStart = /^[ ]?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}/;
/** Where people are staff: their addresses may be named in most evidence. */
const staff =
  /(?:^|\.)(?:nhs\.net|nhs\.uk|nhs\.scot|hscni\.net|ac\.uk|gov\.uk|gov\.scot|gmc-uk\.org|mod\.uk|police\.uk)$/i;

/** E-mail addresses; those of staff rank lower, unless colleagues must go too. */
export const emails: Rule = (text, { colleagues }) => {
  const found: Found[] = [];
  // From each @ outwards: a pattern that begins with the name would read long runs of letters again and again.
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = local.exec(before(text, at, 66))?.[0];
    const domain = domainStart.exec(after(text, at + 1, 260))?.[0];
    if (name === undefined || domain === undefined) continue;
    const isStaff = staff.test(domain.trim()) && colleagues === 'may-stay';
    found.push({
      start: at - name.length,
      end: at + 1 + domain.length,
      confidence: isStaff ? 'low' : 'high',
      why: isStaff ? 'A staff e-mail address. That of somebody you assessed must go.' : 'An e-mail address.',
    });
  }
  return found;
};
