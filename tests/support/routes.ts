// The route table, as the program itself tells it: a new route is tried by every test that walks the table, without a line here.
import { execFileSync } from 'node:child_process';
import { program } from './places';
import type { Scene } from './scene';

export interface Route { method: string; path: string; need: string; subject: string; signed: boolean }

export const routes: Route[] = execFileSync(program, ['routes'], { encoding: 'utf8' }).trim().split('\n').map((line) => {
  const [method, path, need, subject, signed] = line.split('\t');
  return { method, path, need, subject, signed: signed === 'signed' };
});

/** Where to ask for it in that scene. */
export function address(route: Route, { examples }: Scene): string {
  return route.path.replace(/:(\w+)/g, (_, name) => {
    if (examples[name] === undefined) throw new Error(`${route.path}: give tests/support/scene.ts an example of «${name}»`);
    return String(examples[name]);
  });
}
