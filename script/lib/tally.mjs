// Adds up what the suites of script/test have left in the folder of results, prints it, and fails if a test or a suite did.
// Each suite leaves <suite>.code («exit-code seconds») and reports named after it: GoogleTest's or Playwright's JSON, or lint's lines.
// --some: only one title was asked for, so that a suite may have nothing to run.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder, some] = process.argv.slice(2);
const files = readdirSync(folder);
const read = (name) => readFileSync(join(folder, name), 'utf8');

function count(name) {
  if (name.endsWith('.tap')) {
    const lines = read(name).split('\n');
    return { passed: lines.filter((l) => l.startsWith('ok ')).length, failed: lines.filter((l) => l.startsWith('not ok ')).length, skipped: 0 };
  }
  const report = JSON.parse(read(name));
  if (report.stats) { // Playwright; errors outside tests (a global set-up, a file that does not load) are failures too
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
  }
  const tests = report.testsuites.flatMap((suite) => suite.testsuite);
  const failed = tests.filter((test) => test.failures).length;
  const skipped = tests.filter((test) => test.status === 'NOTRUN' || test.result === 'SKIPPED').length;
  return { passed: tests.length - failed - skipped, failed, skipped };
}

const total = { passed: 0, failed: 0, skipped: 0 };
console.log('\nsuite       passed  failed  skipped  seconds');
for (const file of files.filter((f) => f.endsWith('.code')).sort()) {
  const suite = file.slice(0, -'.code'.length);
  const [code, seconds] = read(file).split(' ').map(Number);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const report of files.filter((f) => f.startsWith(`${suite}.`) || f.startsWith(`${suite}_`)).filter((f) => !f.endsWith('.code'))) {
    const counts = count(report);
    for (const key of Object.keys(sum)) sum[key] += counts[key];
  }
  if (code !== 0 && sum.failed === 0) sum.failed = 1; // it did not build, or died before it could report
  if (!some && sum.passed + sum.failed + sum.skipped === 0) sum.failed = 1; // nothing ran: nothing is proven
  for (const key of Object.keys(total)) total[key] += sum[key];
  console.log(`${suite.padEnd(10)} ${[sum.passed, sum.failed, sum.skipped, seconds].map((n) => String(n).padStart(7)).join(' ')}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed || !total.passed ? 1 : 0);
