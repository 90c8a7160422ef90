// The lines of a list as places, which of them stand together at this zoom, and how much of the world holds them.
export type Point = [longitude: number, latitude: number]
/** A line, or of a tile one that stands for several: these have no names, and corners that hold them all. `shown`: the line in the list beside the map. */
export interface Place { id: string; line: HTMLElement; shown: HTMLElement; at: Point; corners: Point[]; count: number; lasting: boolean; name: string; away: string; icon: Element | null }

const REACH = 40 // pixels within which pins would hide one another
export const KILOMETRES_PER_DEGREE = 111.2
const ACROSS_A_SEA = 600 // km: places farther from home than that are shown without it

export function place(line: HTMLElement): Place {
  const at = line.dataset.at!.split(',').map(Number) as Point
  const [west, south, east, north] = (line.dataset.around ?? `${line.dataset.at},${line.dataset.at}`).split(',').map(Number) as [number, number, number, number]
  return {
    id: line.id, line, shown: document.getElementById(line.id) ?? line, at, corners: [[west, south], [east, north]], count: Number(line.dataset.count ?? 1), lasting: line.classList.contains('lasting'),
    name: line.querySelector('a')?.textContent ?? '', away: line.querySelector('.away')?.textContent ?? '', icon: line.querySelector('svg'),
  }
}

export const countOf = (places: Place[]) => places.reduce((sum, { count }) => sum + count, 0)

/** In the order of the list, each takes along those near it that stand alone so far. */
export function together(places: Place[], project: (at: Point) => { x: number; y: number }): Place[][] {
  const left = places.map((one) => ({ one, at: project(one.at) }))
  const groups: Place[][] = []
  while (left.length > 0) {
    const { at } = left[0]!
    const near = left.filter((other) => Math.hypot(other.at.x - at.x, other.at.y - at.y) < REACH)
    groups.push(near.map(({ one }) => one))
    for (const one of near) left.splice(left.indexOf(one), 1)
  }
  return groups
}

export function distance(a: Point, b: Point): number {
  const shrink = Math.cos(((a[1] + b[1]) / 2) * (Math.PI / 180))
  return Math.hypot((a[0] - b[0]) * shrink, a[1] - b[1]) * KILOMETRES_PER_DEGREE
}

/** South-west and north-east. With a home: that too, and as much around it as was asked for when there is nothing else. */
export function boundsOf(places: Pick<Place, 'corners'>[], home?: Point, kilometres = 0): [Point, Point] {
  const points = places.flatMap(({ corners }) => corners)
  if (home && points.every((at) => distance(at, home) < ACROSS_A_SEA)) points.push(home)
  if (home && places.length === 0) points.push([home[0], home[1] + kilometres / KILOMETRES_PER_DEGREE], [home[0], home[1] - kilometres / KILOMETRES_PER_DEGREE])
  const longitudes = points.map(([x]) => x), latitudes = points.map(([, y]) => y)
  return [[Math.min(...longitudes), Math.min(...latitudes)], [Math.max(...longitudes), Math.max(...latitudes)]]
}

/** A ring of so many kilometres, as a line. */
export function ring(home: Point, kilometres: number): Point[] {
  const north = kilometres / KILOMETRES_PER_DEGREE, east = north / Math.cos(home[1] * (Math.PI / 180))
  return Array.from({ length: 97 }, (_, i) => [home[0] + east * Math.cos((i / 48) * Math.PI), home[1] + north * Math.sin((i / 48) * Math.PI)])
}
