import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** Quiet and self-contained: nothing is looked up or fetched that a page did not ask for. */
export const chromeArguments = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--no-first-run', '--disable-quic',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'] as const;

/** Where Chromium is: `CHROME_PATH`, then the usual places. */
export function chromePath(): string {
  return process.env['CHROME_PATH'] ?? usual.find(existsSync) ?? usual[0] ?? '';
}

/**
 * Makes sure that there is a Chromium: installs the distribution's own where that can be done.
 * @throws Error saying in one line what to install.
 */
export function ensureChrome(): string {
  if (existsSync(chromePath())) return chromePath();
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (debian) {
    console.log('No Chromium here: installing the distribution\'s package …');
    const apt = (...words: string[]) => execFileSync('apt-get', ['-qq', '-y', '-o', 'Dpkg::Use-Pty=0', ...words],
      {stdio: ['ignore', 'ignore', 'inherit'], env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'}});
    apt('update');
    apt('install', '--no-install-recommends', 'chromium', 'fonts-noto-core');
  }
  if (existsSync(chromePath())) return chromePath();
  throw new Error('Tests need a Chromium: install one (Debian: apt-get install chromium) or name it in CHROME_PATH.');
}
