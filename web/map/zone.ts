// The ground of a zone, drawn point by point: where one touches, or at the middle of the map, which the arrows move. Points are pulled where they should be; the
// small ones between two become points when pulled. Where the section's people live stands below, as dots without names.
import { Map as Ground, Marker, setWorkerUrl, type GeoJSONSource, type LngLat } from 'maplibre-gl'
import { boundsOf, type Point } from './places'
import { colours, style } from './style'
import { zooms } from './zooms'

declare const MAP_WORKER: string

export interface Homes { centre: Point | null; homes: [longitude: number, latitude: number, people: number][] }
export interface ZoneBoard { canvas: HTMLElement; points: Point[]; homes: Homes; changed: (points: Point[], undoable: boolean) => void }
export interface ZoneDrawing { add(): void; undo(): void; clear(): void; remove(): void }

export const MOST_POINTS = 60 // as src/sections/zone_text.hpp has it
const FRANCE: Point = [2.4, 46.6]
const DEEPEST = 17
const NEAR = 14 // zoom for one place alone

export function drawZone({ canvas, points: first, homes, changed }: ZoneBoard): ZoneDrawing {
  setWorkerUrl(MAP_WORKER)
  let points = first
  const before: Point[][] = []
  const centre = homes.centre ?? FRANCE
  const map = new Ground({
    container: canvas, style: style(colours(), centre, 0, location.origin), center: centre, zoom: homes.centre ? 11 : 5, maxZoom: DEEPEST, minZoom: 3, attributionControl: false,
    doubleClickZoom: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: false, locale: { 'Map.Title': 'Carte où dessiner la zone' },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  canvas.append(zooms(map))
  const seen = points.length > 0 ? points : homes.homes.map(([x, y]): Point => [x, y])
  if (seen.length > 0) map.fitBounds(around(seen), { padding: 48, maxZoom: NEAR, animate: false })

  const shape = () => ({
    type: 'FeatureCollection' as const,
    features: [
      ...(points.length >= 3 ? [{ type: 'Feature' as const, properties: {}, geometry: { type: 'Polygon' as const, coordinates: [[...points, points[0]!]] } }] : []),
      ...(points.length === 2 ? [{ type: 'Feature' as const, properties: {}, geometry: { type: 'LineString' as const, coordinates: points } }] : []),
    ],
  })
  const dress = () => {
    const { accent, ink, land } = colours()
    map.addSource('homes', { type: 'geojson', data: { type: 'FeatureCollection', features: homes.homes.map(([x, y, people]) => ({ type: 'Feature', properties: { people }, geometry: { type: 'Point', coordinates: [x, y] } })) } })
    map.addSource('zone', { type: 'geojson', data: shape() })
    map.addLayer({ id: 'zone-ground', type: 'fill', source: 'zone', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': accent, 'fill-opacity': 0.16 } })
    map.addLayer({ id: 'zone-line', type: 'line', source: 'zone', layout: { 'line-join': 'round' }, paint: { 'line-color': accent, 'line-width': 3 } })
    map.addLayer({ id: 'homes', type: 'circle', source: 'homes', paint: { 'circle-color': ink, 'circle-opacity': 0.75, 'circle-stroke-color': land, 'circle-stroke-width': 1.5, 'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'people']], 1, 4, 12, 16] } })
    map.addLayer({
      id: 'home-counts', type: 'symbol', source: 'homes', filter: ['>', ['get', 'people'], 9], layout: { 'text-field': ['to-string', ['get', 'people']], 'text-font': ['Bricolage Grotesque'], 'text-size': 12, 'text-allow-overlap': true },
      paint: { 'text-color': land },
    })
  }
  map.on('style.load', dress)
  const night = matchMedia('(prefers-color-scheme: dark)')
  const dressAgain = () => map.setStyle(style(colours(), centre, 0, location.origin), { diff: false })
  night.addEventListener('change', dressAgain)

  let markers: Marker[] = []
  const marker = (at: Point, css: string, moved: (to: Point) => void) => {
    const element = document.createElement('span')
    element.className = css
    element.addEventListener('click', (event) => event.stopPropagation())
    const one = new Marker({ element, draggable: true }).setLngLat(at).addTo(map)
    one.on('dragend', () => moved(fine(one.getLngLat())))
    markers.push(one)
  }
  const show = () => {
    map.getSource<GeoJSONSource>('zone')?.setData(shape())
    for (const one of markers) one.remove()
    markers = []
    points.forEach((at, i) => {
      const next = points[(i + 1) % points.length]!
      if (points.length >= 3 && points.length < MOST_POINTS) marker([(at[0] + next[0]) / 2, (at[1] + next[1]) / 2], 'zone-between', (to) => change([...points.slice(0, i + 1), to, ...points.slice(i + 1)]))
      marker(at, 'zone-point', (to) => change(points.map((other, j) => (j === i ? to : other))))
    })
  }
  const change = (now: Point[]) => {
    before.push(points)
    points = now
    show()
    changed(points, true)
  }
  const put = (at: LngLat) => { if (points.length < MOST_POINTS) change([...points, fine(at)]) }
  map.on('click', ({ lngLat }) => put(lngLat))
  show()

  return {
    add: () => put(map.getCenter()),
    undo() {
      const former = before.pop() ?? points.slice(0, -1)
      points = former
      show()
      changed(points, before.length > 0 || points.length > 0)
    },
    clear: () => { if (points.length > 0) change([]) },
    remove() {
      night.removeEventListener('change', dressAgain)
      map.remove()
    },
  }
}

const fine = ({ lng, lat }: LngLat): Point => [Number(lng.toFixed(5)), Number(lat.toFixed(5))]

/** All of them but the few that live far away. */
function around(points: Point[]): [Point, Point] {
  const middle = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!
  const [x, y] = [middle(points.map((at) => at[0])), middle(points.map((at) => at[1]))]
  const near = points.filter((at) => Math.abs(at[0] - x) < 1 && Math.abs(at[1] - y) < 1)
  return boundsOf((near.length > 0 ? near : points).map((at) => ({ corners: [at] })))
}
