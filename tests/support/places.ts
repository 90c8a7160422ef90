import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const results = `${root}/tests/results`;
export const program = process.env.COOPOL_BIN ?? `${root}/build/${process.env.COOPOL_PRESET ?? 'release'}/coopol`;
