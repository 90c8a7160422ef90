// What somebody's own calendar makes of an address: vdirsyncer fetches it, khal shows what it holds, and python3-icalendar reads the octets, each from Debian.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';

const words = { LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8', PATH: process.env.PATH!, NO_PROXY: '*' };

export interface Shown { start: string; end: string; title: string; location: string; status: string }

export class CalendarClient {
  constructor(private readonly folder: string, url: string, zone = 'Europe/Paris') {
    mkdirSync(`${folder}/dates`, { recursive: true });
    writeFileSync(`${folder}/vdirsyncer`, `[general]\nstatus_path = "${folder}/status/"\n[pair agenda]\na = "remote"\nb = "local"\ncollections = null\n`
      + `[storage remote]\ntype = "http"\nurl = "${url}"\n[storage local]\ntype = "filesystem"\npath = "${folder}/dates/"\nfileext = ".ics"\n`);
    writeFileSync(`${folder}/khal`, `[calendars]\n[[coopol]]\npath = ${folder}/dates\n[sqlite]\npath = ${folder}/khal.db\n[locale]\nlocal_timezone = ${zone}\ndefault_timezone = ${zone}\n`
      + 'timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n');
    this.run('vdirsyncer', '-c', `${folder}/vdirsyncer`, 'discover');
  }

  sync(): void { this.run('vdirsyncer', '-c', `${this.folder}/vdirsyncer`, 'sync', '--force-delete'); }

  /** The dates of so many days, as khal says them: each once, on the day it begins. */
  shown(from: string, days: number): Shown[] {
    const lines = this.run('khal', '-c', `${this.folder}/khal`, 'list', '--once', '--day-format', '', '--format', '{start-long}\t{end-long}\t{title}\t{location}\t{status}', from, `${days}d`);
    return lines.split('\n').filter((line) => line.includes('\t')).map((line) => {
      const [start, end, title, location, status] = line.split('\t').map((cell) => cell.trim());
      return { start, end, title, location, status };
    });
  }

  private run(program: string, ...args: string[]): string {
    return execFileSync(program, args, { encoding: 'utf8', env: { ...words, HOME: this.folder }, stdio: ['pipe', 'pipe', 'pipe'] });
  }
}

export type Component = Record<string, string | string[]>;

/** Each VEVENT by an independent reader of RFC 5545: values unescaped, instants in UTC; and a complaint for whatever it cannot read. */
export function parsed(file: string): Component[] {
  const reader = `
import sys, json, datetime, icalendar
def plain(v):
    if isinstance(v, list): return [plain(x) for x in v]
    d = getattr(v, 'dt', None)
    if isinstance(d, datetime.datetime): return d.astimezone(datetime.timezone.utc).isoformat() if d.tzinfo else d.isoformat()
    if d is not None: return str(d)
    if hasattr(v, 'dts'): return [plain(x) for x in v.dts]
    raw = v if isinstance(v, str) else v.to_ical()
    return raw.decode() if isinstance(raw, bytes) else str(raw)
calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
events = calendar.walk('VEVENT')
assert not any(c.errors for c in calendar.walk()), [c.errors for c in calendar.walk()]
print(json.dumps([{k: plain(v) for k, v in e.items()} for e in events]))
`;
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', reader], { encoding: 'utf8', input: file, env: words }));
}
