/** Something a hostile file or text could try, with the part of the policy that must refuse it. */
export type Attempt = {
  readonly what: string;
  /** Runs in the page, so it may use nothing from outside itself. Sets `window.hurt` where it succeeds unseen. */
  readonly run: () => unknown;
  /** Directives that were reported, or what was thrown: one a line. */
  readonly refusedBy: RegExp;
};

export const attempts: readonly Attempt[] = [
  {
    what: 'a script element',
    run: () => {
      const script = document.createElement('script');
      script.append('window.hurt = true');
      document.head.append(script);
    },
    // Put together from text, it is dropped without a word.
    refusedBy: /^$/,
  },
  {
    what: 'a script from elsewhere',
    run: () => {
      document.head.append(
        Object.assign(document.createElement('script'), { src: 'http://127.0.0.1:9/x.js' }),
      );
    },
    refusedBy: /^no program but our own may be started$/m,
  },
  {
    what: 'a thread of another program',
    run: () => new Worker('/assets/index.js'),
    refusedBy: /^no program but our own may be started$/m,
  },
  {
    what: 'markup from text',
    run: () =>
      document.body.insertAdjacentHTML('beforeend', '<img src="/none" onerror="window.hurt = true">'),
    refusedBy: /^markup from text is not allowed$/m,
  },
  {
    what: 'a handler in an attribute',
    run: () => {
      const button = document.createElement('button');
      button.setAttribute('onclick', 'window.hurt = true');
      button.click();
    },
    refusedBy: /^(require-trusted-types-for|script-src-attr)$/m,
  },
  {
    what: 'eval',
    run: () => {
      // biome-ignore lint/security/noGlobalEval: it must be refused
      const indirectly = globalThis.eval;
      indirectly('window.hurt = true');
    },
    refusedBy: /^(require-trusted-types-for|script-src)$/m,
  },
  {
    what: 'a function from text',
    run: () => new Function('window.hurt = true')(),
    refusedBy: /^(require-trusted-types-for|script-src)$/m,
  },
  {
    what: 'a style without its nonce',
    run: () => {
      const style = document.createElement('style');
      style.append(':root { --hurt: 1 }');
      document.head.append(style);
      const found = getComputedStyle(document.documentElement).getPropertyValue('--hurt');
      if (found !== '') Object.assign(window, { hurt: true });
    },
    refusedBy: /^style-src-elem$/m,
  },
  {
    what: 'a style in an attribute',
    run: () => document.body.setAttribute('style', 'background: red'),
    refusedBy: /^style-src-attr$/m,
  },
  {
    what: 'another page inside this one',
    run: () => {
      document.body.append(Object.assign(document.createElement('iframe'), { src: '/' }));
    },
    refusedBy: /^frame-(src|ancestors)$/m,
  },
  {
    what: 'a picture from elsewhere',
    run: () => Object.assign(new Image(), { src: 'http://127.0.0.1:9/x.png' }),
    refusedBy: /^img-src$/m,
  },
  {
    what: 'a call elsewhere',
    run: () =>
      fetch('http://127.0.0.1:9/?stolen').then(
        () => Object.assign(window, { hurt: true }),
        () => undefined,
      ),
    refusedBy: /^connect-src$/m,
  },
  {
    what: 'a form sent elsewhere',
    run: () => {
      const form = Object.assign(document.createElement('form'), { action: 'http://127.0.0.1:9/' });
      document.body.append(form);
      form.submit();
    },
    refusedBy: /^form-action$/m,
  },
  {
    what: 'another base for addresses',
    run: () => {
      document.head.append(Object.assign(document.createElement('base'), { href: 'http://127.0.0.1:9/' }));
      if (!document.baseURI.startsWith(location.origin)) Object.assign(window, { hurt: true });
    },
    refusedBy: /^base-uri$/m,
  },
  {
    what: 'a plug-in',
    run: () => {
      document.body.append(Object.assign(document.createElement('object'), { data: '/none.swf' }));
    },
    refusedBy: /^(no program but our own may be started|object-src)$/m,
  },
];
