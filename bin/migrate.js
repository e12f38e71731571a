#!/usr/bin/env node
// Brings the database of DATABASE_URL (or the file in DATA_DIR) up to date: once after each update, before the start.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bundle = new URL('../dist/live/main.js', import.meta.url);
if (!existsSync(fileURLToPath(bundle))) {
	console.error('The app is not built yet. Run "npm run build" first.');
	process.exit(1);
}
const { migrateCommand } = await import(bundle.href);
await migrateCommand();
