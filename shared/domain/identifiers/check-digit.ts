/**
 * Whether ten digits carry a right NHS check digit (NHS Data Dictionary: weights 10 to 2, remainder of 11; 10 is never
 * given out). Ten equal digits would pass and are refused.
 */
export function hasRightCheckDigit(digits: string): boolean {
  if (!/^[0-9]{10}$/.test(digits) || /^(.)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  const check = 11 - (sum % 11);
  return (check === 11 ? 0 : check) === Number(digits[9]);
}

/** Whether six digits begin as a day would: DDMMYY. */
export function beginsWithDay(digits: string): boolean {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}
