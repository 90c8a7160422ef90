// Where there is more than a list shows, the map asks for what it is looking at: tile by tile, as lines like those of a list.
import type { Map as Ground } from 'maplibre-gl'
import { place, type Place } from './places'

const DEEPEST_TILE = 15 // as src/events/directory/found.hpp has it

/** `address` has {z}, {x} and {y}. `show` is told what is in the picture each time that it changes. */
export function watchTiles(map: Ground, address: string, show: (places: Place[]) => void): () => void {
  const known = new Map<string, Promise<HTMLElement[]>>()
  let turn = 0

  const fetched = (tile: string): Promise<HTMLElement[]> => {
    const lines = known.get(tile) ?? lineOf(tile)
    known.set(tile, lines)
    lines.catch(() => known.delete(tile)) // the network was gone: asked for again at the next move
    return lines
  }
  const lineOf = async (tile: string) => {
    const answer = await fetch(tile)
    if (!answer.ok) throw new Error(`${tile}: ${answer.status}`)
    const template = document.createElement('template')
    template.innerHTML = await answer.text()
    return [...template.content.querySelectorAll<HTMLElement>('[data-at]')]
  }

  const look = async () => {
    const mine = ++turn
    const found = await Promise.allSettled(inView(map).map(([z, x, y]) => fetched(address.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)))))
    if (mine === turn) show(found.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])).map(place))
  }
  map.on('moveend', look)
  void look()
  return () => { ++turn; map.off('moveend', look) }
}

/** One zoom less than the map's, so that a few tiles are enough; squares of a sixteenth are then as wide as a pin and a half. */
function inView(map: Ground): [z: number, x: number, y: number][] {
  const z = Math.max(0, Math.min(DEEPEST_TILE, Math.floor(map.getZoom()) - 1)), tiles = 2 ** z
  const bounds = map.getBounds()
  const clamp = (n: number) => Math.max(0, Math.min(tiles - 1, Math.floor(n)))
  const column = (longitude: number) => clamp(((longitude + 180) / 360) * tiles)
  const row = (latitude: number) => clamp(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * tiles)
  const all: [number, number, number][] = []
  for (let x = column(bounds.getWest()); x <= column(bounds.getEast()); ++x)
    for (let y = row(bounds.getNorth()); y <= row(bounds.getSouth()); ++y) all.push([z, x, y])
  return all
}
