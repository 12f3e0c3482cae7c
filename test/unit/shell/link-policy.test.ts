import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLink } from '#electron/shell/link-policy.ts';

const opened = [
  'https://www.gmc-uk.org/registration-and-licensing',
  'https://gmc-uk.org/',
  'https://www.england.nhs.uk/a?b=c#d',
  'HTTPS://RCEM.AC.UK/curriculum',
  'mailto:sample.doctor@example.com',
  'mailto:a@example.com,b@example.com?subject=Panel%20date&cc=c@example.com&body=Line%0Atwo',
];
const shown = [
  'https://example.com/',
  'https://gmc-uk.org.example.com/',
  'https://evilgmc-uk.org/',
  'https://gm\u0441-uk.org/',
  'https://127.0.0.1/',
];
const refused = [
  'file:///etc/passwd',
  'file://server/share/run.exe',
  '\\\\server\\share\\run.exe',
  '//server/share',
  'https:\\\\www.gmc-uk.org',
  'ms-msdt:/id PCWDiagnostic',
  'ms-msdt:/id',
  'search-ms:query=x&crumb=location:\\\\server',
  'search-ms:query=x',
  'ms-officecmd:{}',
  'ms-settings:',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:app://bundle/1',
  'app://bundle/',
  'http://www.gmc-uk.org/',
  'ftp://gmc-uk.org/',
  'smb://server/share',
  'vbscript:x',
  'view-source:https://www.gmc-uk.org/',
  'chrome://settings',
  'about:blank',
  'tel:999',
  'https://user@www.gmc-uk.org/',
  'https://www.gmc-uk.org:pass@example.com/',
  'https://www.gmc-uk.org:8443/',
  'https://localhost/',
  ' https://www.gmc-uk.org/',
  'https://www.gmc-uk.org/\n',
  'https://www.gmc-uk.org/a b',
  `https://www.gmc-uk.org/${'a'.repeat(2000)}`,
  'mailto:',
  'mailto:not-an-address',
  'mailto:a@example.com?attach=/etc/passwd',
  'mailto:a@example.com?attachment=c:/secret',
  'mailto:a@example.com?subject=x%0D%0ABcc:b@example.com',
  'mailto:a@example.com%0D%0ABcc:b@example.com',
  'mailto:a@example.com?cc=nobody',
  'mailto:a@example.com?bcc=b@example.com',
  'mailto:a@example.com?constructor=x',
  'mailto:%E0%A4%A@example.com',
  '',
  'https://',
  'www.gmc-uk.org',
];

describe('addresses from the page', () => {
  it.each(opened)('may be opened after a question: %s', (address) => {
    expect(judgeLink(address)).toEqual({ kind: 'open', address: new URL(address).href });
  });
  it.each(shown)('are shown but not opened when nobody knows the host: %s', (address) => {
    expect(judgeLink(address).kind).toBe('show');
  });
  it.each(refused)('are refused: %j', (address) => {
    expect(judgeLink(address)).toEqual({ kind: 'refuse' });
  });

  it('never open with any other scheme, whatever follows', () => {
    const scheme = fc
      .stringMatching(/^[a-z][a-z0-9+.-]{0,12}$/)
      .filter((name) => !['https', 'mailto'].includes(name));
    fc.assert(
      fc.property(scheme, fc.string(), (name, rest) => {
        expect(judgeLink(`${name}:${rest}`)).toEqual({ kind: 'refuse' });
      }),
    );
  });
});
