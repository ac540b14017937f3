// What can be asked of the command line, and what a wrong question gets.

/** Exit statuses; scripts rely on them. */
export const EXIT = { clean: 0, findings: 1, error: 2 } as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

export const USAGE = `Usage: sluice <command> [options]

  sluice scan [file|-]...        finds secrets, personal data, source code and markers
    --format text|json|sarif       default text
    --policy <name|file.json>      default, strict, monitor, or a file of your own
    --rules <folder>               your rules in place of the default ones
    --destination <host>           where the text would go, for policies that care
    --redact                       prints the text with placeholders instead

  sluice rules list              the rules inside this package
  sluice rules explain [id]      what they cost and what they look for
  sluice rules check <folder|file>...
                                 finds mistakes in rule files and runs their examples

Exit status: 0 clean, 1 something that the policy warns of or stricter, or a text that
could not be scanned to its end, 2 an error. Nothing you scan leaves this machine, and
values are never printed whole.
`;

/** A mistake on the command line: a message, no stack. */
export class UsageError extends Error {}
