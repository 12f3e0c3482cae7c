const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** A calendar day in any of the ways a hospital writes one, as the source of a pattern. Matches no open-ended run. */
export const dayPattern = [
  '[0-3]?[0-9][ ]?[/.-][ ]?[01]?[0-9][ ]?[/.-][ ]?(?:[12][0-9]{3}|[0-9]{2})',
  '[12][0-9]{3}[/.-][01]?[0-9][/.-][0-3]?[0-9]',
  `[0-3]?[0-9](?:st|nd|rd|th)?[ -]{0,2}(?:of )?${month}[,. -]{0,2}(?:[12][0-9]{3}|'?[0-9]{2})`,
  `${month}[ ][0-3]?[0-9](?:st|nd|rd|th)?,?[ ](?:[12][0-9]{3})`,
].join('|');
