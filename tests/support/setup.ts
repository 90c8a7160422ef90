// Before all tests: the database that each worker copies, made by `coopol migrate` in a cluster where nothing needs to survive.
import { execFileSync } from 'node:child_process';
import { root } from './places';

export default function setup() {
  const addresses = execFileSync(`${root}/script/db`, ['--cluster', 'test', '--template'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const [superuser, app] = addresses.trim().split('\n');
  process.env.COOPOL_TEST_TEMPLATE = superuser;
  process.env.COOPOL_TEST_TEMPLATE_APP = app;
}
