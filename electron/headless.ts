import { UsageError } from './commands/arguments.ts';
import { backupCommand } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import type { Command, Output } from './commands/command.ts';
import { cvCommand } from './commands/cv.ts';
import { demoCommand } from './commands/demo.ts';
import { evidenceCommand } from './commands/evidence.ts';
import { exportCommand } from './commands/export.ts';
import { guidanceCommand } from './commands/guidance.ts';
import { importCommand } from './commands/import.ts';
import { packCommand } from './commands/pack.ts';
import { cardCommand, peopleCommand } from './commands/people.ts';
import { reportCommand } from './commands/report.ts';
import { restoreCommand } from './commands/restore.ts';
import { scanCommand } from './commands/scan.ts';
import { serveCommand } from './commands/serve.ts';
import { submissionCommand } from './commands/submission.ts';
import { unpackCommand } from './commands/unpack.ts';
import { verifyCommand } from './commands/verify.ts';
import { wordsFor } from './commands/words.ts';

const commands: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  report: reportCommand,
  verify: verifyCommand,
  scan: scanCommand,
  guidance: guidanceCommand,
  demo: demoCommand,
  check: checkCommand,
  backup: backupCommand,
  restore: restoreCommand,
  card: cardCommand,
  people: peopleCommand,
  evidence: evidenceCommand,
  export: exportCommand,
  submission: submissionCommand,
  cv: cvCommand,
  pack: packCommand,
  unpack: unpackCommand,
  import: importCommand,
};

const usage = `Waymark, from the command line:
  serve [--vault DIR] [--port N] [--no-open]   open the app in this machine's browser
        [--lock-after MINUTES]                 lock after so long without use, whatever the settings say
  report --vault DIR --review ID --out FILE    write a signed review's report as PDF
  verify FILE [--json]                         check a signed report (exit 0 valid, 1 not valid, 2 unreadable)
  scan FILE... [--json]                        what in files may identify somebody, hidden content too (exit 0 nothing
                                               obvious, 1 something found, 2 could not be read); every page still needs you
  guidance list [--json]                       the guidance packs and their capabilities
  guidance check FILE                          check a guidance pack of your own
  guidance import FILE --from case|json [--level N] (--out FILE | --vault DIR)
                                               make a pack of a CASE package, or keep one in a vault
  guidance export ID --to case|json --out FILE [--vault DIR]
                                               a pack as a file, or as a CASE 1.1 package
  check VAULT [--json] [--against FILE]        check everything in a vault (exit 0 good, 1 faults, 2 unreadable);
                                               FILE: a signed report or a backup it must still agree with
  backup --vault DIR [--to FOLDER | --out FILE]  make a backup, or one complete file
  restore FILE --vault DIR [--keep-aside]      put a vault back from a backup, after checking all of it
  card --vault DIR --out FILE                  write this vault's own card, to give to others
  people --vault DIR [--add FILE]              the people whose cards are kept; or keep another
  export --vault DIR [--portfolio ID] --out FILE.zip   everything in open formats, NOT encrypted
  submission --vault DIR --portfolio ID --out DIR [--join] [--set answer] [--json]
                                               write the set to hand over as a folder, NOT encrypted; --join: one
                                               PDF a section (exit 0 nothing to say, 1 problems listed, 2 not written)
  cv --vault DIR --portfolio ID --out FILE.pdf|FILE.docx
                                               write the CV, NOT encrypted (exit 0 nothing to say, 1 findings listed,
                                               2 not written)
  pack --vault DIR --portfolio ID --audience NAME [--request ID] --to CARD... --out FILE
                                               write a package: for supervisor, panel or self; without --to under
                                               the passphrase in WAYMARK_PACKAGE_PASSPHRASE
  unpack FILE --list [--vault DIR | --identity FILE]  what a package holds and who sealed it; writes nothing
  import FILE --vault DIR [--preview] [--json] check a package and merge it; with --preview only say what that would do
  evidence import FILE --vault DIR --portfolio ID [--map FILE] [--files DIR] [--preview] [--json]
                                               evidence out of a spreadsheet, BibTeX, RIS or e-mail; --map: {"columns":
                                               {"Heading": "title"}} (exit 0 all good, 1 some rows bad, 2 not readable)
  demo DIR [--cycle | --panel-day]             make a sample vault and its signed report, or two years or a day of them
The vault's passphrase is read from WAYMARK_PASSPHRASE or asked for; check and restore also take the recovery code,
from WAYMARK_RECOVERY_CODE.`;

const out: Output = {
  line: (text) => process.stdout.write(`${text}\n`),
  note: (text) => process.stderr.write(`${text}\n`),
  fault: (text) => process.stderr.write(`${text}\n`),
};

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === 'help' || name === '--help') {
    out.line(usage);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    out.fault(`There is no command "${name}".\n${usage}`);
    return 2;
  }
  try {
    return await command(args, out);
  } catch (fault) {
    out.fault(fault instanceof UsageError ? fault.message : wordsFor(fault));
    return fault instanceof UsageError || name === 'verify' ? 2 : 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
