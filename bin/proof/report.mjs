// Reads what the test runners counted. A runner that ends badly without naming a failed test counts as one failed.
import { readFileSync } from 'node:fs';

export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

export function vitestResult(report, code) {
  if (!report) return crashed('The tests did not run to their end; what they said is above.');
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${shortPath(name)} > ${test.fullName}`);
    return failed.length === 0 && status === 'failed'
      ? [`${shortPath(name)} could not be read: ${firstLine(message)}`]
      : failed;
  });
  const ran = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, status }) => ({ file: shortPath(name), title, state: STATES[status] ?? 'skipped' })),
  );
  return { ...close({ passed: report.numPassedTests, failures }, code), ran };
}

export function playwrightResult(report, code) {
  if (!report) return crashed('The browser tests did not run to their end; what they said is above.');
  const tests = report.suites.flatMap((suite) => testsOf(suite, [], `tests/e2e/${suite.file}`));
  const isOnSecondTry = ({ status }) => status === 'flaky';
  for (const { title } of tests.filter(isOnSecondTry)) console.log(`Passed only at the second try: ${title}`);
  const failures = [
    ...tests.filter(({ status }) => status === 'unexpected').map(({ title }) => title),
    ...report.errors.map(({ message }) => firstLine(message)),
  ];
  const ran = tests.map(({ file, name, status }) => ({ file, title: name, state: STATES[status] ?? 'skipped' }));
  const result = close(
    { passed: tests.filter((one) => one.status === 'expected' || isOnSecondTry(one)).length, failures },
    code,
  );
  return { ...result, ran };
}

/** Of either runner. What stands as skipped, to do, or left out is none of these. */
const STATES = { passed: 'passed', expected: 'passed', flaky: 'passed', failed: 'failed', unexpected: 'failed' };

/** `file` is the test's own: what runs with and without a script is written down by the file that doubles it. */
function testsOf(suite, above, file) {
  const names = suite.title ? [...above, suite.title] : above;
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map((test) => ({
      file,
      name: spec.title,
      status: test.status,
      title: [`[${test.projectName}]`, ...names, spec.title].join(' > '),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, names, file))];
}

function close({ passed, failures }, code) {
  const all =
    code !== 0 && failures.length === 0 ? ['The runner ended with an error; what it said is above.'] : failures;
  return { passed, failed: all.length, failures: all };
}

const crashed = (sentence) => ({ passed: 0, failed: 1, failures: [sentence] });
const firstLine = (text) =>
  String(text ?? '')
    .trim()
    .split('\n')[0];
const shortPath = (name) => name.replace(/^.*?\/(?=tests\/)/, '');
