// The package as a user gets it: packed, and installed into an empty folder.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface PackedFile {
  readonly path: string;
  readonly size: number;
}

export interface Packed {
  readonly folder: string;
  readonly tarball: string;
  readonly files: readonly PackedFile[];
  remove(): void;
}

/** Runs npm without the network and without anybody's scripts. */
function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', [...args, '--offline', '--ignore-scripts'], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function installPackage(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-package-'));
  const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], ROOT));
  const tarball = join(folder, packed.filename);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'user', private: true, type: 'module' }),
  );
  npm(['install', '--no-audit', '--no-fund', tarball], folder);
  return {
    folder,
    tarball,
    files: packed.files,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Puts a file of `fixtures/` beside the installed package. */
export function place({ folder }: Packed, fixture: string, name = fixture): string {
  const target = join(folder, name);
  cpSync(fileURLToPath(new URL(`fixtures/${fixture}`, import.meta.url)), target);
  return target;
}

export function installedFile({ folder }: Packed, path: string): string {
  return join(folder, 'node_modules/sluice', path);
}

export function readInstalled(packed: Packed, path: string): Buffer {
  return readFileSync(installedFile(packed, path));
}
