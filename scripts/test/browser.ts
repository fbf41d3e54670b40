import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { note } from '../bootstrap.mjs';

/** Chromium without a window of its own to draw: the same pages in a third of the time. */
const SHELL = '/usr/bin/chromium-headless-shell';
const PLACES = [
  SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The system's Chromium or Chrome, or the one that Playwright has downloaded; null when there is none. */
export function findBrowser(): string | null {
  const places = [process.env['CHROMIUM_PATH'] ?? '', ...PLACES, chromium.executablePath()];
  return places.find((place) => place !== '' && existsSync(place)) ?? null;
}

const isRoot = process.getuid?.() === 0;
const hasApt = existsSync('/usr/bin/apt-get');

/** Sees to a browser, and to Chinese fonts for its pictures; installs them where that can be done. */
export function ensureBrowser(): void {
  const named = Boolean(process.env['CHROMIUM_PATH']);
  const browsers =
    named || existsSync(SHELL) ? [] : ['chromium-headless-shell', ...(findBrowser() ? [] : ['chromium'])];
  const fonts = hasChineseFont() ? [] : ['fonts-noto-cjk'];
  if (isRoot && hasApt && browsers.length + fonts.length > 0) {
    note(`正在安装浏览器和字体… Installing ${[...browsers, ...fonts].join(', ')}…`);
    apt(['update', '-qq']);
    install(fonts);
    // Not every distribution has the first.
    for (const browser of browsers) if (!findBrowser() || browser !== 'chromium') install([browser]);
  }
  if (findBrowser()) return;
  note('正在下载浏览器… Downloading a browser…');
  const cli = new URL('../../node_modules/@playwright/test/cli.js', import.meta.url).pathname;
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  if (!findBrowser())
    throw new Error(
      '没有可用的浏览器，请安装 Chromium 或设置 CHROMIUM_PATH。 No browser: install Chromium or set CHROMIUM_PATH.',
    );
}

const apt = (args: readonly string[]) =>
  spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

function install(packages: readonly string[]): void {
  if (packages.length) apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function hasChineseFont(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}
