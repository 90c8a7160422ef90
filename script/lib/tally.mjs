// Adds up what the suites of script/test have left in the folder of results, prints it, and fails if a test or a suite did. What failed or was
// passed over stands at the end, by name and with its reason: often the last lines are all that is kept of a run.
// Each suite leaves <suite>.code («exit-code seconds») and reports named after it: GoogleTest's or Playwright's JSON, or lint's lines.
// --some: only one title was asked for, so that a suite may have nothing to run.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const [folder, some] = process.argv.slice(2);
const files = readdirSync(folder);
const read = (name) => readFileSync(join(folder, name), 'utf8');

// Each test of a report: { title, state: 'passed' | 'failed' | 'skipped', why }.
function tests(name) {
  if (name.endsWith('.tap')) {
    return read(name).split('\n').filter((line) => /^(not )?ok /.test(line))
      .map((line) => ({ title: line.replace(/^(not )?ok /, ''), state: line.startsWith('ok ') ? 'passed' : 'failed', why: '' }));
  }
  const report = JSON.parse(read(name));
  return report.suites ? playwright(report) : report.testsuites.flatMap((suite) => suite.testsuite).map(google);
}

function google(test) {
  const skipped = test.status === 'NOTRUN' || test.result === 'SKIPPED';
  const why = [...(test.failures ?? []), ...(test.skipped ?? [])].map((part) => part.failure ?? part.message).join('\n');
  return { title: `${test.classname}.${test.name}`, state: test.failures ? 'failed' : skipped ? 'skipped' : 'passed', why };
}

function playwright(report) {
  const found = report.errors.map((error) => ({ title: 'outside the tests', state: 'failed', why: error.message }));
  const enter = (suite) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const state = { expected: 'passed', skipped: 'skipped' }[test.status] ?? 'failed'; // a flaky one has failed
        const why = [...test.results.flatMap((result) => result.errors.map((error) => error.message)), ...test.annotations.map((note) => note.description ?? '')];
        found.push({ title: `[${test.projectName}] ${spec.file}:${spec.line} ${spec.title}`, state, why: why.join('\n') });
      }
    }
    for (const inner of suite.suites ?? []) enter(inner);
  };
  report.suites.forEach(enter);
  return found;
}

const total = { passed: 0, failed: 0, skipped: 0 };
const named = [];
console.log('\nsuite       passed  failed  skipped  seconds');
for (const file of files.filter((f) => f.endsWith('.code')).sort()) {
  const suite = file.slice(0, -'.code'.length);
  const [code, seconds] = read(file).split(' ').map(Number);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const report of files.filter((f) => f.startsWith(`${suite}.`) || f.startsWith(`${suite}_`)).filter((f) => !f.endsWith('.code'))) {
    for (const test of tests(report)) {
      sum[test.state] += 1;
      if (test.state !== 'passed') named.push({ suite, ...test });
    }
  }
  const missing = code !== 0 && sum.failed === 0 ? 'it did not build, or died before it could report'
    : !some && sum.passed + sum.failed + sum.skipped === 0 ? 'nothing ran: nothing is proven' : '';
  if (missing) {
    sum.failed = 1;
    named.push({ suite, title: 'the suite itself', state: 'failed', why: missing });
  }
  for (const key of Object.keys(total)) total[key] += sum[key];
  console.log(`${suite.padEnd(10)} ${[sum.passed, sum.failed, sum.skipped, seconds].map((n) => String(n).padStart(7)).join(' ')}`);
}
for (const state of ['skipped', 'failed']) {
  for (const test of named.filter((one) => one.state === state)) {
    console.log(`\n${state}: ${test.suite}: ${test.title}`);
    for (const line of stripVTControlCharacters(test.why).split('\n').filter((l) => l.trim()).slice(0, 12)) console.log(`    ${line.slice(0, 240)}`);
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed || !total.passed ? 1 : 0);
