// Before all tests: the database that each worker copies, made by `coopol migrate` in a cluster where nothing needs to survive.
import { templateOf } from './cluster';

export default function setup() {
  const { superuser, app } = templateOf('test', process.env);
  process.env.COOPOL_TEST_TEMPLATE = superuser;
  process.env.COOPOL_TEST_TEMPLATE_APP = app;
}
