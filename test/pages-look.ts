import { writeFileSync } from 'node:fs';
import { createPrinting } from '#electron/reports/printing.ts';
import { sampleForm, blankForm } from '#test/support/panel-form-samples.ts';
import { reportFolders } from '#test/support/report-samples.ts';
import { sampleLogo } from '#test/support/sample-logo.ts';
const printing = await createPrinting(reportFolders);
writeFileSync(`/tmp/pages-out/form.pdf`, printing.paper({ kind: 'panel-form', form: sampleForm(14) }, sampleLogo()));
writeFileSync(`/tmp/pages-out/form30.pdf`, printing.paper({ kind: 'panel-form', form: sampleForm(30) }, sampleLogo()));
writeFileSync(`/tmp/pages-out/blank.pdf`, printing.paper({ kind: 'panel-form', form: blankForm() }, undefined));
