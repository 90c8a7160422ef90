import { expect, test } from '@playwright/test';
import { Cluster } from './cluster';
import { Database } from './database';

test('copies of the template do not see each other, and go', async () => {
  const [one, other] = [await Database.create(), await Database.create()];
  await one.rows('create table public.mine (n bigint)');
  await one.rows('insert into public.mine values ($1), ($2)', 1, 2 ** 40);
  expect(await one.value('select max(n) from mine')).toBe(2 ** 40);
  await expect(one.row('select n from mine')).rejects.toThrow('2 rows instead of one');
  await expect(other.rows('select * from mine')).rejects.toThrow('does not exist');
  await one.drop();
  expect(await other.value('select count(*) from pg_database where datname = $1', one.name)).toBe(0);
  await other.drop();
});

test('a cluster of its own stops, crashes and comes back with what it held', async () => {
  const cluster = new Cluster('support');
  const database = await cluster.createDatabase();
  await database.rows('create table mine as select 1 as n');
  await cluster.stop();
  await expect(database.value('select n from mine')).rejects.toThrow();
  await cluster.start();
  expect(await database.value('select n from mine')).toBe(1);
  await database.rows('checkpoint');
  await cluster.crash();
  await expect(database.value('select n from mine')).rejects.toThrow();
  await cluster.start();
  expect(await database.value('select n from mine')).toBe(1);
  await database.drop();
  await cluster.stop();
});
