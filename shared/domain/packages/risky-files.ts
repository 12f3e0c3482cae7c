/**
 * Files that run when they are opened, or that carry macros: never sent, and refused when they arrive. Told by what
 * they are (the type found in their bytes) and by what a system would take them for (their ending).
 */
const riskyTypes: ReadonlySet<string> = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-msi',
  'application/x-ms-shortcut',
  'application/x.ms.shortcut',
  'application/x.apple.alias',
  'application/java-vm',
  'application/java-archive',
  'application/x-sh',
  'application/wasm',
  'application/x-shockwave-flash',
  'application/vnd.ms-word.document.macroenabled.12',
  'application/vnd.ms-word.template.macroenabled.12',
  'application/vnd.ms-excel.sheet.macroenabled.12',
  'application/vnd.ms-excel.template.macroenabled.12',
  'application/vnd.ms-powerpoint.presentation.macroenabled.12',
  'application/vnd.ms-powerpoint.slideshow.macroenabled.12',
  'application/vnd.ms-powerpoint.template.macroenabled.12',
  'application/vnd.android.package-archive',
  'application/x-apple-diskimage',
  'application/x-deb',
  'application/x-rpm',
]);

const riskyEndings =
  /\.(exe|dll|scr|com|bat|cmd|pif|cpl|msi|msix|msp|ps1|psm1|vb|vbs|vbe|js|jse|mjs|wsf|wsh|hta|lnk|url|reg|jar|apk|app|dmg|pkg|command|sh|bash|deb|rpm|appimage|elf|so|dylib|swf|xll|scf|iso|img|vhd|docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppsm|ppam|sldm|one|chm|gadget|application|appref-ms|settingcontent-ms|desktop)[\s.]*$/i;

/** @param name as its owner called it. @param mediaType as its bytes say. */
export const isRiskyFile = ({
  name,
  mediaType,
}: {
  readonly name: string;
  readonly mediaType: string;
}): boolean => riskyTypes.has(mediaType.toLowerCase()) || riskyEndings.test(name);
