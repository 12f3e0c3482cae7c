/** Controls, line and paragraph separators, lone surrogates and the marks that reorder text. */
const hidden = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * `Content-Disposition: attachment` for a name people chose: an ASCII form for old readers, and RFC 5987's UTF-8
 * form (RFC 6266). Path separators become `_`; nothing in the name can end the header or change the suffix shown.
 */
export function attachmentDisposition(name: string): string {
  const safe = name
    .replaceAll(hidden, '')
    .replaceAll(/[/\\]/g, '_')
    .trim()
    .slice(0, 200)
    .replaceAll(/\p{Cs}/gu, '');
  const chosen = safe === '' || /^\.+$/.test(safe) ? 'file' : safe;
  const ascii = chosen.replaceAll(/[^ !#$&+\-.0-9=@A-Z^_`a-z{}~()[\],;]/g, '_');
  const encoded = encodeURIComponent(chosen).replaceAll(
    /['()*!]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
